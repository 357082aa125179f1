"""The one entrance to the core: what was said, pressed or filled in goes in, a reply comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.action_texts import ActionTexts
from bot.application.commands import Commands
from bot.application.learners import Learners, find_learners
from bot.application.naming import COMPARE, LIST, OVERVIEW
from bot.application.picking import picked
from bot.application.remembering import remember
from bot.application.routing import Route, respond, route
from bot.application.turn import Turn
from bot.application.voice import Voice
from bot.domain.actions import Judge
from bot.domain.context import Context
from bot.domain.fallbacks import DeclinePress
from bot.domain.feedback import Feedback, Verdict
from bot.domain.learner import NOBODY
from bot.nlu.understanding import NOTHING_SAID
from bot.recommender import Adviser

if TYPE_CHECKING:
    from datetime import datetime

    from bot.application.ports import Stores
    from bot.domain.actions import Action
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Message, Session
    from bot.domain.reply import Reply, Suggestion
    from bot.nlu.understander import Understander
    from bot.nlu.understanding import Understanding

ANSWERED_IN_ENGLISH = "I can read your language, but I answer in English."
APART = frozenset({COMPARE, LIST})
"""Commands that say all there is to say: nothing is added from what was said before."""
ASIDE = (Judge, DeclinePress)
"""Actions that leave the conversation as it was."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How a message was understood, for people who want to know why."""

    turn: Turn
    voice: Voice
    route: Route
    reply: Reply


class Assistant:
    """Answers messages from one knowledge base. Synchronous; a question is answered from memory."""

    def __init__(self, knowledge: Knowledge, understander: Understander, stores: Stores) -> None:
        """The ``understander`` must be of the same knowledge."""
        self.knowledge = knowledge
        self.understander = understander
        names = {vendor.id: vendor.name for vendor in knowledge.vendors.values()}
        questions = understander.form_profiles()
        self.adviser = Adviser(knowledge.reviewed, knowledge.rules, names, questions, knowledge.outside)
        self.commands = Commands(knowledge, understander, self.adviser)
        self.texts = ActionTexts(knowledge, stores.actions)
        self._stores = stores

    def reply(self, message: Message) -> Reply:
        """Answer a message, in the light of what was said before in its conversation."""
        return self.trace(message).reply

    def trace(self, message: Message) -> Trace:
        """Answer a message, and tell how."""
        session = self._spoken_of(message, self.session(message.conversation, message.sent))
        chosen = picked(message, session)
        trace = self._answer(message, session, message.action or (chosen.action if chosen else None))
        self._learn(message, session, chosen, trace.route.action, trace.reply)
        self._remember(message, session, trace)
        return trace

    def session(self, conversation: str, now: datetime) -> Session | None:
        """What is remembered of a conversation."""
        return self._stores.sessions.get(conversation, now)

    def correct(self, message: Message, before: Session | None) -> Reply:
        """Answer a message that was edited, in the light of what had been said before it.

        The conversation goes on from it if nothing was said since; else it stays as it is. Messages are told apart by
        when they were sent.
        """
        before = self._spoken_of(message, before)
        chosen = picked(message, before)
        trace = self._answer(message, before, chosen.action if chosen else None)
        current = self.session(message.conversation, message.sent)
        if current is None or current.updated <= message.sent:
            self._remember(message, before, trace)
        return trace.reply

    def forget(self, person: str) -> int:
        """Forget all that is kept of a person; returns how much it was."""
        stores = self._stores
        return stores.sessions.forget(person) + stores.feedback.forget(person) + stores.actions.forget(person)

    def _spoken_of(self, message: Message, session: Session | None) -> Session | None:
        """What was said before, with the answer that the message replies to as the last of it."""
        if message.about is None:
            return session
        trace = self._answer(message, session, message.about)
        return remember(trace.turn, session, trace.route.action, trace.reply, replace(message, utterance=""))

    def _answer(self, message: Message, session: Session | None, action: Action | None) -> Trace:
        """Answer what was said, or an action in its place; remembers nothing."""
        turn, voice = self._read(message, session, action)
        found = route(turn, voice)
        reply = respond(turn, voice, found)
        if turn.understanding.read_as:
            reply = replace(reply, notices=(*reply.notices, ANSWERED_IN_ENGLISH))
        return Trace(turn, voice, found, reply)

    def _remember(self, message: Message, session: Session | None, trace: Trace) -> None:
        if not isinstance(trace.route.action, ASIDE):
            new = remember(trace.turn, session, trace.route.action, trace.reply, message)
            self._stores.sessions.put(message.conversation, new)

    def _read(self, message: Message, session: Session | None, action: Action | None) -> tuple[Turn, Voice]:
        """All that the message tells, and what is known on the day it was sent."""
        day = max(message.sent.date(), self.knowledge.published)
        voice = Voice(self.knowledge, self.adviser, day)
        if action is not None:
            person = Learners(session.profile if session else NOBODY)
            return Turn(self.knowledge, NOTHING_SAID, session, person, day, action=action), voice
        understanding = self._understand(message.utterance, None if message.command else session)
        before = None if message.command in APART else session
        learners = find_learners(self.knowledge, self.understander, understanding, before, day)
        return Turn(self.knowledge, understanding, before, learners, day, message.command), voice

    def _learn(
        self, message: Message, session: Session | None, chosen: Suggestion | None, action: Action, reply: Reply
    ) -> None:
        """Keep what people think of a reply, and what was meant where one picked a suggestion in its place."""
        where = (message.conversation, message.sent)
        if isinstance(action, Judge):
            self._stores.feedback.add(Feedback(action.verdict, "", "", action.topic, *where, action.certifications))
        elif session is not None and session.unanswered and chosen is not None:
            told = Feedback(Verdict.PICKED, session.unanswered, chosen.label, reply.topic, *where)
            self._stores.feedback.add(told)

    def _understand(self, utterance: str, session: Session | None) -> Understanding:
        """Understand a message as one after the answer before."""
        if session is None:
            return self.understander.understand(utterance)
        after = OVERVIEW if session.topic in self.knowledge.certifications else session.topic
        return self.understander.understand(utterance, Context(after, session.spoken_of))
