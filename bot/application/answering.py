"""One answer for each action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.application.advising import advise_cheaper
from bot.application.handlers.brief import tell_briefly
from bot.application.handlers.catalogue import answer_catalogue
from bot.application.handlers.changes import answer_changes
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.entries import answer_entry
from bot.application.handlers.explanation import explain_advice
from bot.application.handlers.facts import answer_facts
from bot.application.handlers.fallback import (
    ask_back,
    ask_further,
    ask_what_to_compare,
    ask_which,
    decline,
    decline_more,
    decline_press,
)
from bot.application.handlers.holders import answer_holders
from bot.application.handlers.judging import thank
from bot.application.handlers.more import tell_more
from bot.application.handlers.overview import answer_overview
from bot.application.handlers.recommendation import answer_advice
from bot.application.handlers.retirements import answer_retirements
from bot.application.handlers.sources import answer_sources
from bot.application.handlers.successors import answer_successors
from bot.application.handlers.unknowns import answer_outside, answer_unknown, not_covered
from bot.application.length import shorten
from bot.domain import actions, fallbacks

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.voice import Voice
    from bot.domain.reply import Reply

# Any: each function takes the action that stands beside it, which the type of a mapping cannot say.
ANSWERS: dict[type[actions.Action], Callable[[Voice, Any], Reply]] = {
    actions.TellFacts: answer_facts,
    actions.Describe: answer_overview,
    actions.Compare: answer_comparison,
    actions.Browse: answer_catalogue,
    actions.TellHolders: answer_holders,
    actions.TellRetired: answer_retirements,
    actions.TellSuccessors: answer_successors,
    actions.TellChanges: answer_changes,
    actions.OpenEntry: answer_entry,
    actions.TellUnknown: answer_unknown,
    actions.TellOutside: answer_outside,
    actions.Advise: answer_advice,
    actions.ExplainAdvice: explain_advice,
    actions.Judge: thank,
    fallbacks.AskBack: ask_back,
    fallbacks.AskFurther: ask_further,
    fallbacks.AskWhich: ask_which,
    fallbacks.AskWhatToCompare: ask_what_to_compare,
    fallbacks.Decline: decline,
    fallbacks.DeclineMore: decline_more,
    fallbacks.DeclinePress: decline_press,
}
ABOUT_REPLIES: dict[type[actions.Action], Callable[[Voice, Any, Reply], Reply]] = {
    actions.TellMore: tell_more,
    actions.TellBriefly: tell_briefly,
    actions.TellSources: answer_sources,
}
"""The same for actions about the reply to another action, which each function gets."""


def settle(voice: Voice, action: actions.Action) -> actions.Action:
    """What is to be answered: sharing is the same answer elsewhere, and "cheaper" is advice to somebody else."""
    if isinstance(action, actions.AdviseCheaper):
        return advise_cheaper(voice, action)
    return settle(voice, action.of) if isinstance(action, actions.Share | actions.FollowUp) else action


def answer(voice: Voice, action: actions.Action) -> Reply:
    """The reply to a settled action, by the action alone; what is too long for it is its longer part."""
    if isinstance(action, actions.TellMore | actions.TellBriefly | actions.TellSources):
        reply = ABOUT_REPLIES[type(action)](voice, action, answer(voice, settle(voice, action.of)))
    else:
        reply = ANSWERS[type(action)](voice, action)
    if action.besides and action.besides not in reply.text:
        reply = replace(reply, text=f"{not_covered(action.besides)}\n{reply.text}")
    return replace(shorten(reply), action=action)
