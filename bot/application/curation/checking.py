"""Runs the checks of the knowledge: each held-out utterance against its expected outcome."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from bot.application.assistant import Assistant
from bot.application.curation.rules import unread_phrases
from bot.application.memory import MemoryFeedback, MemorySessions
from bot.application.plain import plain_text
from bot.domain.message import Message
from bot.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.domain.checks import Check, Expectation
    from bot.domain.draft import Draft
    from bot.domain.reply import Reply
    from bot.nlu.matcher import Archive, SentenceEncoder

NOON = time(12)


def run_checks(
    draft: Draft, today: date, archive: Archive | None = None, encoder: SentenceEncoder | None = None
) -> list[Problem]:
    """A problem for each check whose outcome is not the expected one, and for words that are not understood."""
    assistant = Assistant(draft.knowledge, MemorySessions(), MemoryFeedback(), archive, encoder)
    problems = list(unread_phrases(draft, assistant.understander))
    for number, check in enumerate(draft.knowledge.checks):
        found = list(_run(assistant, check, number, today))
        problems += [] if check.known_miss else found
    return problems


def _run(assistant: Assistant, check: Check, number: int, today: date) -> Iterator[Problem]:
    now = datetime.combine(check.as_of or today, NOON, UTC)
    for turn in check.turns:
        reply = assistant.reply(Message(turn.utterance, f"check {number}", now))
        faults = list(faults_of(reply, turn.expectation))
        if faults:
            what = f"`{turn.utterance}`: {'; '.join(faults)}"
            yield Problem(check.place, what, _mend(reply))


def faults_of(reply: Reply, expected: Expectation) -> Iterator[str]:
    """What a reply lacks of what is expected, in words."""
    text = plain_text(reply).casefold()
    if expected.topic and expected.topic not in (reply.topic, *reply.certifications[:1]):
        yield f"answered by {reply.topic or 'nothing'}, not by {expected.topic}"
    if expected.kinds and reply.kind.value not in expected.kinds:
        yield f"the reply is of kind {reply.kind.value}, not {' or '.join(expected.kinds)}"
    missing = [name for name in expected.certifications if name not in reply.certifications]
    if missing:
        yield f"the reply is not about {', '.join(missing)}"
    if expected.picks and reply.certifications[:1] not in [(name,) for name in expected.picks]:
        yield f"the first is {', '.join(reply.certifications[:1]) or 'none'}, not {' or '.join(expected.picks)}"
    yield from (f"the reply does not say `{words}`" for words in expected.says if words.casefold() not in text)
    if expected.says_any and not any(words.casefold() in text for words in expected.says_any):
        yield f"the reply says none of {', '.join(expected.says_any)}"
    yield from (f"the reply says `{words}`" for words in expected.never if words.casefold() in text)


def _mend(reply: Reply) -> str:
    if reply.topic:
        return f"add an example where it belongs, or correct this check (it said: {reply.text.splitlines()[0][:80]})"
    return "add an example like it where it belongs, or correct this check"
