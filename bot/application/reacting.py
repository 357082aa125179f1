"""What can be done with a reply besides answering it: see more of it, share it, say what one thinks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.actions import FollowUp, Judge, Share, TellMore
from bot.domain.fallbacks import AskFurther, DeclinePress
from bot.domain.feedback import Verdict
from bot.domain.reply import ReplyKind, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.reply import Reply

JUDGED = frozenset({ReplyKind.ANSWER, ReplyKind.RECOMMEND, ReplyKind.COMPARE, ReplyKind.DECLINE})
ASIDES = (TellMore, Judge, DeclinePress)
"""What a button asks for that only the person who pressed it is told."""
UNANSWERED = frozenset({ReplyKind.CLARIFY, ReplyKind.DECLINE, ReplyKind.SMALLTALK})
"""Kinds of reply that leave nothing to ask about."""
MOST_JUDGED = 4
"""Certifications that a verdict names."""


def reactions(reply: Reply, *, private: bool, question: str = "", further: bool = False) -> tuple[Suggestion, ...]:
    """As far as they make sense below the reply; what only one person sees can be shared, with what they had typed.

    ``further`` is for platforms where one can't always just write on: it adds a button to ask about the reply.
    """
    offered = tuple(_reactions(reply, private=private, question=question))
    if not further or reply.action is None or reply.kind in UNANSWERED:
        return offered
    return (*offered, Suggestion("Ask a follow-up", FollowUp(of=reply.action)))


def _reactions(reply: Reply, *, private: bool, question: str) -> Iterator[Suggestion]:
    action = reply.action
    if action is None:
        return
    if reply.has_more:
        more = TellMore(certifications=action.certifications, attributes=action.attributes, of=action)
        yield Suggestion("More", more)
    if reply.kind is ReplyKind.CLARIFY:
        yield Suggestion("None of these", AskFurther(suggestions=reply.further))
    if private and reply.kind is not ReplyKind.DECLINE:
        yield Suggestion("Share in this channel", Share(of=action, question=question))
    if reply.topic and reply.kind in JUDGED:
        cards = reply.certifications[:MOST_JUDGED]
        for label, verdict in (("👍 Helpful", Verdict.HELPFUL), ("👎 Not right", Verdict.UNHELPFUL)):
            yield Suggestion(label, Judge(certifications=cards, verdict=verdict, topic=reply.topic))
