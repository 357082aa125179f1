"""What can be done with a reply besides answering it: see more of it, share it, say what one thinks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.actions import Judge, Share, TellMore
from bot.domain.fallbacks import AskFurther, DeclinePress
from bot.domain.feedback import Verdict
from bot.domain.reply import ReplyKind, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.reply import Reply

JUDGED = frozenset({ReplyKind.ANSWER, ReplyKind.RECOMMEND, ReplyKind.COMPARE, ReplyKind.DECLINE})
ASIDES = (TellMore, Judge, DeclinePress)
"""What a button asks for that only the person who pressed it is told."""
MOST_JUDGED = 4
"""Certifications that a verdict names."""


def reactions(reply: Reply, *, private: bool, question: str = "") -> tuple[Suggestion, ...]:
    """As far as they make sense below the reply; what only one person sees can be shared, with what they had typed."""
    return tuple(_reactions(reply, private=private, question=question))


def _reactions(reply: Reply, *, private: bool, question: str) -> Iterator[Suggestion]:
    action = reply.action
    if action is None:
        return
    if reply.more:
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
