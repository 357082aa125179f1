"""Runs the checks of a draft, as ``certwise check`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.curation.checking import check_replies, problem_of
from bot.application.curation.replaying import replay, talk_of
from bot.application.curation.rules import unread_phrases
from bot.bootstrap import build_assistant

if TYPE_CHECKING:
    from datetime import date

    from bot.application.curation.checking import Checked
    from bot.domain.draft import Draft
    from bot.domain.problems import Problem


def check(draft: Draft, today: date) -> Checked:
    assistant, checks = build_assistant(draft.knowledge), draft.knowledge.checks
    talks = [talk_of(one, today) for one in checks]
    return check_replies(checks, dict(zip(talks, replay(assistant, talks), strict=True)), today)


def problems_of(draft: Draft, today: date) -> list[Problem]:
    unread = unread_phrases(draft, build_assistant(draft.knowledge).understander)
    return [*unread, *map(problem_of, check(draft, today).broken)]
