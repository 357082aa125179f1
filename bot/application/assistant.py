"""The one entrance to the core: a message in, a reply out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.learners import find_learners
from bot.application.length import shorten
from bot.application.naming import OVERVIEW
from bot.application.picking import picked
from bot.application.remembering import remember
from bot.application.routing import Route, respond, route
from bot.application.turn import Turn
from bot.application.voice import Voice
from bot.domain.feedback import Feedback, Verdict
from bot.nlu.understander import Understander
from bot.recommender import Adviser

if TYPE_CHECKING:
    from bot.application.ports import FeedbackStore, SessionStore
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Message, Session
    from bot.domain.reply import Reply
    from bot.nlu.matcher import Archive, SentenceEncoder
    from bot.nlu.understanding import Understanding

ANSWERED_IN_ENGLISH = "I can read your language, but I answer in English."


@dataclass(frozen=True, slots=True)
class Trace:
    """How a message was understood, for people who want to know why."""

    turn: Turn
    voice: Voice
    route: Route
    reply: Reply


class Assistant:
    """Answers messages from one knowledge base. Synchronous; a question is answered from memory."""

    def __init__(
        self,
        knowledge: Knowledge,
        sessions: SessionStore,
        feedback: FeedbackStore,
        archive: Archive | None = None,
        encoder: SentenceEncoder | None = None,
    ) -> None:
        """``archive`` spares building the matcher of knowledge that was built before."""
        self.knowledge = knowledge
        self.understander = Understander(knowledge, archive, encoder)
        names = {vendor.id: vendor.name for vendor in knowledge.vendors.values()}
        questions = self.understander.form_profiles()
        self.adviser = Adviser(knowledge.reviewed, knowledge.rules, names, questions, knowledge.outside)
        self._sessions = sessions
        self._feedback = feedback

    def reply(self, message: Message) -> Reply:
        """Answer a message, in the light of what was said before in its conversation."""
        return self.trace(message).reply

    def trace(self, message: Message) -> Trace:
        """Answer a message, and tell how."""
        session = self._sessions.get(message.conversation, message.sent)
        turn, voice = self._read(message, session)
        found = route(turn, voice)
        reply = respond(turn, voice, found)
        reply = shorten(_in_english(reply) if turn.understanding.read_as else reply)
        self._learn(message, session, reply)
        self._sessions.put(message.conversation, remember(turn, found.action, reply, message))
        return Trace(turn, voice, found, reply)

    def _read(self, message: Message, session: Session | None) -> tuple[Turn, Voice]:
        """All that the message tells, and what is known on the day it was sent."""
        said = message.utterance
        if not message.command:
            said = picked(said, session) or said
        understanding = self._understand(said, None if message.command else session)
        day = max(message.sent.date(), self.knowledge.published)
        learners = find_learners(self.knowledge, self.understander, understanding, session, day)
        turn = Turn(self.knowledge, understanding, session, learners, message.command)
        return turn, Voice(self.knowledge, self.adviser, day)

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
        """Understand a message as one after the answer before."""
        after = session.topic if session else ""
        if after in self.knowledge.certifications:
            after = OVERVIEW
        return self.understander.understand(utterance, after=after)


def _in_english(reply: Reply) -> Reply:
    """The reply to a message in another language."""
    return replace(reply, notices=(*reply.notices, ANSWERED_IN_ENGLISH))
