"""The one entrance to the core: a message in, a reply out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.context import Context
from bot.application.learners import find_learners
from bot.application.length import shorten
from bot.application.naming import is_comparing
from bot.application.picking import picked, spelt_out, wants_more, without_courtesy
from bot.application.remembering import remember
from bot.application.routing import route
from bot.application.subject import find_subject
from bot.domain.feedback import Feedback, Verdict
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.understanding import Understander
from bot.recommender import Adviser

if TYPE_CHECKING:
    from bot.application.ports import FeedbackStore, SessionStore
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Message, Session
    from bot.nlu.matcher import Archive
    from bot.nlu.understanding import Understanding


PLURAL = frozenset({"they", "them", "theirs", "both", "each"})
"""Words that refer to all that was spoken of."""
SINGULAR = frozenset({"it", "its"})
"""Words that refer to the one certification spoken of, whatever list a wish might ask for: "is it for beginners"."""
REFERENCE_BONUS = 2.0
"""How much likelier "it" refers to the certification spoken of than to nothing, all else being equal."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How a message was understood, for people who want to know why."""

    understanding: Understanding
    context: Context
    reply: Reply


class Assistant:
    """Answers messages from one knowledge base. Synchronous; a question is answered from memory."""

    def __init__(
        self,
        knowledge: Knowledge,
        sessions: SessionStore,
        feedback: FeedbackStore,
        archive: Archive | None = None,
    ) -> None:
        """``archive`` spares building the matcher of knowledge that was built before."""
        self.knowledge = knowledge
        self.understander = Understander(knowledge, archive)
        names = {vendor.id: vendor.name for vendor in knowledge.vendors.values()}
        self.adviser = Adviser(knowledge.reviewed, knowledge.rules, names, self.understander.form_profiles())
        self._sessions = sessions
        self._feedback = feedback

    def reply(self, message: Message) -> Reply:
        """Answer a message, in the light of what was said before in its conversation."""
        return self.trace(message).reply

    def trace(self, message: Message) -> Trace:
        """Answer a message, and tell how."""
        session = self._sessions.get(message.conversation, message.sent)
        said = message.utterance
        if not message.command:
            said = spelt_out(without_courtesy(said), session, self.knowledge)
        understanding = self._understand(said, None if message.command else session)
        day = max(message.sent.date(), self.knowledge.published)
        subject = find_subject(self.knowledge, understanding, session, day, message.command)
        learners = find_learners(self.knowledge, self.understander, understanding, session, day)
        context = Context(
            knowledge=self.knowledge,
            adviser=self.adviser,
            day=day,
            understanding=understanding,
            subject=subject,
            session=session,
            profile=learners.profile,
            people=learners.people,
            refined=learners.refined,
            somebody_else=learners.somebody_else,
            command=message.command,
        )
        if session is not None and session.more and not message.command and wants_more(message.utterance):
            reply = Reply(ReplyKind.ANSWER, session.more.strip(), session.topic, session.certifications)
            self._sessions.put(message.conversation, replace(session, updated=message.sent, more=""))
            return Trace(understanding, context, reply)
        reply = shorten(route(context))
        self._learn(message, session, reply)
        self._sessions.put(message.conversation, remember(context, reply, message))
        return Trace(understanding, context, reply)

    def judge(self, verdict: Verdict, topic: str, message: Message) -> None:
        """Keep what a person thought of a reply, by its topic; the message says who and when."""
        self._feedback.add(Feedback(verdict, "", "", topic, message.conversation, message.sent))

    def forget(self, person: str) -> int:
        """Forget the sessions and the feedback of a person; returns how much it was."""
        return self._sessions.forget(person) + self._feedback.forget(person)

    def _learn(self, message: Message, session: Session | None, reply: Reply) -> None:
        """Keep what was meant, where a suggestion was picked in the place of an answer."""
        if session is None or not session.unanswered:
            return
        meant = picked(message.utterance, session)
        if meant:
            self._feedback.add(
                Feedback(Verdict.PICKED, session.unanswered, meant, reply.topic, message.conversation, message.sent)
            )

    def _understand(self, utterance: str, session: Session | None) -> Understanding:
        """Take "it" for what was spoken of before, if the message makes more sense that way."""
        plain = self.understander.understand(utterance)
        recognition = plain.recognition
        it = bool(SINGULAR.intersection(recognition.tokens))
        spoken_of = (session.certifications or (session.recent[:1] if it else ())) if session else ()
        if not spoken_of:
            return plain
        if recognition.names_certification and not (recognition.criteria or is_comparing(plain)):
            return plain
        if len(spoken_of) > 1 and PLURAL.intersection(recognition.tokens):
            return plain
        referred = self.understander.understand(utterance, spoken_of[0])
        if plain.best is None or referred.best is None or referred.recognition == plain.recognition:
            return plain
        if it and recognition.criteria and not recognition.names_certification:
            return referred
        likelier = referred.best.confidence * REFERENCE_BONUS >= plain.best.confidence
        return referred if likelier or recognition.names_certification else plain
