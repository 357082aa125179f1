"""The one entrance to the core: a message in, a reply out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.context import Context
from bot.application.naming import LIST, is_comparing
from bot.application.routing import PERSONAL, WANTING, route
from bot.application.subject import find_subject
from bot.domain.learner import NOBODY, Profile
from bot.domain.message import Session
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.understanding import Understander

if TYPE_CHECKING:
    from bot.application.ports import SessionStore
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Message
    from bot.nlu.matcher import Archive
    from bot.nlu.understanding import Understanding


_STEPS = {"next": 1, "down": 1, "below": 1, "previous": -1, "up": -1, "above": -1}
_STEPPING = frozenset(
    {"and", "what", "s", "whats", "is", "are", "about", "show", "me", "the", "one", "ones", "tier", "in"}
)
"""Words that may stand beside a step, so that "how do i sign up" is none."""
_ORDINALS = ("first", "second", "third")
_PICK = re.compile(
    rf"(?:option |number |no\.? ?|#)?(?P<digit>[1-3])[.)]?|(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)})(?: one)?"
)
PLURAL = frozenset({"they", "them", "theirs", "both", "each"})
"""Words that refer to all that was spoken of."""
ANOTHER = frozenset({"colleague", "friend", "scratch", "sister", "brother", "wife", "husband", "coworker", "boss"})
"""Words that start a new profile: the advice is for somebody else now."""
TEAM = frozenset({"team", "each", "staffing", "who", "everyone", "hires", "hiring"})
"""Words that speak of several people."""
MOST_RECENT = 4
"""Certifications kept in mind for "compare those two"."""
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

    def __init__(self, knowledge: Knowledge, sessions: SessionStore, archive: Archive | None = None) -> None:
        """``archive`` spares building the matcher of knowledge that was built before."""
        self.knowledge = knowledge
        self.understander = Understander(knowledge, archive)
        self._sessions = sessions

    def reply(self, message: Message) -> Reply:
        """Answer a message, in the light of what was said before in its conversation."""
        return self.trace(message).reply

    def trace(self, message: Message) -> Trace:
        """Answer a message, and tell how."""
        session = self._sessions.get(message.conversation, message.sent)
        understanding = self._understand(_spelt_out(message.utterance, session, self.knowledge), session)
        subject = find_subject(self.knowledge, understanding, session)
        day = max(message.sent.date(), self.knowledge.published)
        context = Context(self.knowledge, day, understanding, subject, session, *self._learners(understanding, session))
        reply = route(context)
        self._sessions.put(message.conversation, _remember(context, reply, message))
        return Trace(understanding, context, reply)

    def _learners(self, understanding: Understanding, session: Session | None) -> tuple[Profile, tuple[Profile, ...]]:
        """The person who asks for advice, in the light of what was said before, and the people of a team."""
        tokens = set(understanding.recognition.tokens)
        somebody_else = tokens & ANOTHER or understanding.recognition.tokens[:2] == ("and", "our")
        before = session.profile if session and not somebody_else else NOBODY
        people = self.understander.profiles(understanding.utterance) if tokens & TEAM else ()
        return before.merge(understanding.profile), people

    def _understand(self, utterance: str, session: Session | None) -> Understanding:
        """Take "it" for what was spoken of before, if the message makes more sense that way."""
        plain = self.understander.understand(utterance)
        if session is None or not session.certifications:
            return plain
        recognition = plain.recognition
        if recognition.names_certification and not (recognition.criteria or is_comparing(plain)):
            return plain
        if len(session.certifications) > 1 and PLURAL.intersection(recognition.tokens):
            return plain
        referred = self.understander.understand(utterance, session.certifications[0])
        if plain.best is None or referred.best is None or referred.recognition == plain.recognition:
            return plain
        likelier = referred.best.confidence * REFERENCE_BONUS >= plain.best.confidence
        return referred if likelier or recognition.names_certification else plain


def _spelt_out(utterance: str, session: Session | None, knowledge: Knowledge) -> str:
    """The utterance that "2", "the second one" or, after the list of a tier, "and the next one down" stands for."""
    if session is None:
        return utterance
    words = re.findall(r"\w+", utterance.lower()[:80])
    tiers = {knowledge.certifications[name].tier for name in session.listed}
    step = next((step for word, step in _STEPS.items() if word in words), 0)
    tier = next(iter(tiers), None)
    if step and len(tiers) == 1 and tier and _STEPPING.union(_STEPS).issuperset(words):
        return f"what is in tier {tier + step}"
    return _picked(utterance, session)


def _picked(utterance: str, session: Session) -> str:
    """The suggestion of the reply before that a number or an ordinal picks."""
    match = _PICK.fullmatch(utterance.strip().lower()[:40])
    if match is None:
        return utterance
    number = int(match["digit"]) if match["digit"] else _ORDINALS.index(match["ordinal"]) + 1
    return session.suggestions[number - 1] if number <= len(session.suggestions) else utterance


def _remember(context: Context, reply: Reply, message: Message) -> Session:
    """What the next message may leave out. Asides change nothing but the suggestions."""
    suggestions = tuple(suggestion.utterance for suggestion in reply.suggestions)
    before = context.session
    aside = reply.kind in (ReplyKind.SMALLTALK, ReplyKind.DECLINE, ReplyKind.CLARIFY)
    if aside and before is not None and not context.cards:
        return replace(before, updated=message.sent, suggestions=suggestions)
    cards = tuple(card.id for card in context.cards) or reply.certifications
    listed = reply.certifications if reply.topic == LIST else ()
    if listed and any(criterion.sense != "choice" for criterion in context.understanding.recognition.criteria):
        listed = before.listed if before else ()  # "cheapest?" chooses from a list, and is none to choose from
    recent = tuple(dict.fromkeys([*cards, *(before.recent if before else ())]))[:MOST_RECENT]
    told = PERSONAL | WANTING
    advised = reply.kind is ReplyKind.RECOMMEND or bool(told.intersection(context.understanding.recognition.tokens))
    profile = context.profile if advised else before.profile if before else NOBODY
    return Session(message.sent, cards, context.attributes, reply.topic, recent, listed, profile, suggestions)
