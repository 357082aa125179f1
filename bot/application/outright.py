"""What is asked for outright, whatever the matcher makes of the words: commands, "why?", "says who?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import ASIDE
from bot.application.handlers.catalogue import answer_catalogue
from bot.application.handlers.choosing import answer_choice
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.explanation import answer_reasons, answer_why
from bot.application.handlers.fallback import answer_nothing, ask_what_to_compare
from bot.application.handlers.recommendation import answer_recommendation, answer_without_profile
from bot.application.handlers.sources import answer_sources
from bot.application.naming import COMPARE, LIST, RECOMMEND

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.reply import Reply

BARE_WHY = 3
"""Up to this many tokens "why" asks for the reasons of the answer before, whatever it was."""
SHORT_WHY = 7
"""Up to this many tokens "why" asks for the reasons of the advice given before."""


def answer_outright(context: Context) -> Reply | None:
    """What a command, or a word such as "why" or "says who", asks for whatever the matcher makes of the rest."""
    commanded = _commanded(context)
    if commanded is not None:
        return commanded
    if not context.understanding.recognition.tokens:
        return answer_nothing(context)
    return _explained(context) or answer_sources(context) or answer_choice(context)


def _commanded(context: Context) -> Reply | None:
    """What a command asks for outright; None where the words decide."""
    if context.command == RECOMMEND:
        return answer_recommendation(context) or answer_without_profile(context)
    if context.command == COMPARE:
        return answer_comparison(context) if len(context.cards) > 1 else ask_what_to_compare(context)
    return answer_catalogue(context) if context.command == LIST else None


def _explained(context: Context) -> Reply | None:
    """The reasons of the advice given before, where nothing but "why?" or "why not aws?" is asked."""
    tokens, session = context.understanding.recognition.tokens, context.session
    asked = tokens[:1] == ("why",) or tokens[:2] == ("how", "come") or tokens == ("but", "why")
    if session is None or not asked or len(tokens) > SHORT_WHY:
        return None
    if session.topic == RECOMMEND:
        return answer_why(context)
    best, named = context.understanding.best, context.understanding.recognition.entities
    unclear = len(tokens) <= BARE_WHY or best is None or best.entry.kind in ASIDE
    return answer_reasons(context) if unclear and not named else None
