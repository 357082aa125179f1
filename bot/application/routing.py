"""Which handler answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.advising import ASIDE, FEW_TOKENS, asks_for_list, asks_which, wants_advice
from bot.application.handlers.catalogue import answer_catalogue, has_criteria
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.entries import answer_entry
from bot.application.handlers.facts import LIFECYCLE, TIER, answer_facts
from bot.application.handlers.fallback import answer_nothing, ask_back, ask_which
from bot.application.handlers.overview import answer_overview
from bot.application.handlers.recommendation import answer_recommendation, answer_without_profile, recommends
from bot.application.handlers.retirements import answer_retirements
from bot.application.handlers.reverse import answer_reverse
from bot.application.handlers.unknowns import answer_outside, answer_unknown
from bot.application.naming import COMPARE, LIST, RECOMMEND, only_names
from bot.application.outright import answer_outright
from bot.application.thresholds import (
    CERTAIN,
    CONFIDENT,
    FAIRLY_SURE,
    IN_SCOPE,
    NEARLY_CERTAIN,
    QUITE_SURE,
    SURE,
    UNHARMFUL,
    VERY_SURE,
)
from bot.application.words import AUXILIARIES, LEADING
from bot.domain.entry import Answer, Attribute, EntryKind, Unknown
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.entry import Entry
    from bot.domain.reply import Reply
    from bot.nlu.understanding import Intent

CHOOSING = frozenset(
    {"which", "what", "of", "these", "them", "exam", "exams", "cert", "certs", "one", "ones", "in", "out", "thing"}
)
"""Words that, with a superlative, ask for one out of many."""

SEVERAL_TIERS = 2
DIFFERENCE = frozenset({"difference", "differences", "between", "vs", "versus", "compare", "compared", "or", "differ"})
"""Words that hold things against one another."""
ALL = frozenset({"all", "every", "everything", "complete", "full", "entire"})
CONTENT = frozenset({"coverage", "provider", "platform"})
"""Attributes by which a certification is looked for."""
FEW_FOUND = 2


def route(context: Context) -> Reply:
    """Answer a question whose subject has been found; what else was named and is not in the guide is told first."""
    reply = _route(context)
    names = [one.text for one in context.understanding.recognition.of(EntityKind.OUTSIDE) if not one.value]
    if not context.cards or not names or any(name in reply.text for name in names):
        return reply
    return replace(reply, text=f"{names[0]} is not in the guide, so I can't say anything about it.\n{reply.text}")


def _route(context: Context) -> Reply:
    best = context.understanding.best
    outright = answer_outright(context)
    if outright is not None or best is None:
        return outright or answer_nothing(context)
    if context.subject.request:
        return answer_catalogue(context) if context.subject.request == LIST else _compose(context)
    if _only_budget(context, best):
        return answer_catalogue(context)
    if (found := _found(context)) is not None:
        return found
    if wants_advice(context, best) and (advice := answer_recommendation(context)) is not None:
        return advice
    if context.understanding.in_scope < IN_SCOPE and not _tells_by_words(context):
        return answer_nothing(context)
    if best.entry.kind in ASIDE and best.confidence >= _aside_bar(context):
        # An unsure guess at what a message is about is no reason to talk of doctors or of politics.
        told = best.confidence >= (CONFIDENT if best.entry.kind is EntryKind.SMALLTALK else SURE)
        return _by_kind(context, best.entry) if told else answer_nothing(context)
    return _about_certifications(context, best)


def _found(context: Context) -> Reply | None:
    """What is left of a vendor's certifications, what sets tiers apart, or the one that holds what is asked for."""
    if _asks_what_a_vendor_has_left(context):
        return answer_catalogue(context)
    tiers = _tiers_explained(context)
    return answer_entry(context, tiers) if tiers else _found_by_content(context)


def _found_by_content(context: Context) -> Reply | None:
    """The one or two certifications that hold what is asked for: "which one covers bedrock"."""
    recognition = context.understanding.recognition
    if context.cards or not CONTENT.intersection(recognition.attributes) or recognition.criteria:
        return None
    if not asks_which(context) or context.understanding.profile.holds or recognition.of(EntityKind.VENDOR):
        return None
    reply = answer_reverse(context)
    return reply if reply is not None and len(reply.certifications) <= FEW_FOUND else None


def _only_budget(context: Context, best: Intent) -> bool:
    """Whether advice is wanted of which nothing but the budget is told: what fits is all there is to say."""
    told, entry = context.profile, best.entry
    wanted = entry.id in (RECOMMEND, LIST) or recommends(entry)
    return (
        wanted and told.budget is not None and told.budget.most > 0 and not (told.shows or told.denies or context.cards)
    )


def _aside_bar(context: Context) -> float:
    """From which confidence on a message is taken for small talk or off-topic, for what it names."""
    recognition = context.understanding.recognition
    if _tells_by_words(context):
        return NEARLY_CERTAIN
    named = context.cards or recognition.of(EntityKind.TIER) or recognition.criteria
    named = named or recognition.of(EntityKind.OUTSIDE)
    return QUITE_SURE if named else UNHARMFUL


def _tells_by_words(context: Context) -> bool:
    """Whether what is named says enough, however unsure the matcher is: a certification alone, or with an attribute."""
    named = context.understanding.recognition.attributes or only_names(context.understanding)
    return bool(context.cards and named)


def _about_certifications(context: Context, best: Intent) -> Reply:
    outside = context.understanding.recognition.of(EntityKind.OUTSIDE)
    if outside and not context.cards and best.entry.id != RECOMMEND:
        return answer_outside(context, outside[0])
    if (
        LIFECYCLE in context.understanding.recognition.attributes
        and not context.cards
        and best.confidence < NEARLY_CERTAIN
    ):
        return _retired_or_left(context)
    if isinstance(best.entry, Unknown) and best.confidence >= UNHARMFUL and not _facts_serve(context, best):
        return _by_kind(context, best.entry)
    if context.cards and (best.confidence < CONFIDENT or _facts_serve(context, best)):
        return _compose(context)
    if best.entry.kind in ASIDE:
        return answer_catalogue(context) if _named_for_list(context) else answer_nothing(context)
    if not context.cards and asks_for_list(context) and (best.confidence < _list_bar(context) or _of_tiers(best.entry)):
        return answer_catalogue(context)
    if best.confidence < CONFIDENT:
        return ask_back(context)
    return _by_kind(context, best.entry)


def _tiers_explained(context: Context) -> Answer | None:
    """The entry on the tiers as such, where several are held against one another: "tier 1 or tier 3?"."""
    tiers = {entity.value for entity in context.understanding.recognition.of(EntityKind.TIER) if not entity.negated}
    if len(tiers) < SEVERAL_TIERS or not DIFFERENCE.intersection(context.understanding.recognition.tokens):
        return None
    general = (entry for entry in context.knowledge.answers if entry.attribute == TIER)
    return next((entry for entry in general if not any(sign.isdigit() for sign in entry.title)), None)


def _named_for_list(context: Context) -> bool:
    """Whether a tier or a wish about certifications was named."""
    recognition = context.understanding.recognition
    return bool(recognition.of(EntityKind.TIER) or recognition.criteria)


def _of_tiers(entry: Entry) -> bool:
    """Whether a written entry speaks of the tiers in general, where a certain one was named."""
    return isinstance(entry, Answer) and entry.attribute == TIER


def _list_bar(context: Context) -> float:
    """From which confidence on a written entry is preferred to a list: "cheapest of these" wants one outright."""
    recognition = context.understanding.recognition
    bounds = [entity.figure for entity in recognition.of(EntityKind.MONEY) if entity.figure]
    bounded = any(figure.low is None or figure.high is None for figure in bounds)
    outright = bool(CHOOSING.intersection(recognition.tokens) and recognition.superlatives)
    if recognition.tokens[0] in AUXILIARIES:
        return SURE
    if recognition.superlatives and (
        len(recognition.tokens) <= FEW_TOKENS or recognition.tokens[0] in ("which", "what")
    ):
        return CERTAIN
    return VERY_SURE if outright or bounded else SURE


def _facts_serve(context: Context, best: Intent) -> bool:
    """Whether the facts of the named certifications answer better than the best intent's own handler."""
    entry, spotted = best.entry, context.understanding.recognition.attributes
    if entry.kind in ASIDE or only_names(context.understanding):
        return True
    if isinstance(entry, Answer):
        return _facts_beat_answer(context, best, entry)
    if isinstance(entry, Unknown):
        return best.confidence < FAIRLY_SURE and bool(spotted or context.understanding.recognition.superlatives)
    if entry.id == RECOMMEND:
        return bool(spotted) and best.confidence < VERY_SURE
    return entry.id != LIST or bool(spotted)


def _facts_beat_answer(context: Context, best: Intent, entry: Answer) -> bool:
    """The same, where the best intent is a written entry."""
    spotted = context.understanding.recognition.attributes
    if entry.attribute:
        return True
    if any(card.id in entry.about for card in context.cards):
        return False
    if recommends(entry) and best.confidence < VERY_SURE:
        return True
    if not spotted and not _named_outright(context):
        return False
    asked = bool(spotted) and context.understanding.recognition.tokens[0] in AUXILIARIES  # "does it teach prompting"
    bar = NEARLY_CERTAIN if asked else VERY_SURE if spotted else FAIRLY_SURE
    return best.confidence < bar or len(spotted) > 1


def _named_outright(context: Context) -> bool:
    """Whether a certification was named, rather than left over from the question before."""
    named = context.understanding.recognition.of(EntityKind.CERTIFICATION)
    return any(not entity.referred for entity in named or context.understanding.recognition.of(EntityKind.VENDOR))


def _compose(context: Context) -> Reply:
    """An answer from the cards that are the subject."""
    best = context.understanding.best
    compare = context.subject.request == COMPARE or (best is not None and best.entry.id == COMPARE)
    if len(context.cards) > 1 and compare:
        return answer_comparison(context)
    return answer_facts(context) if context.attributes else answer_overview(context)


def _by_kind(context: Context, entry: Entry) -> Reply:
    if isinstance(entry, Answer):
        return answer_entry(context, entry)
    if isinstance(entry, Unknown):
        return answer_unknown(context, entry)
    if isinstance(entry, Attribute):
        return _attribute_of_all(context, entry)
    return _by_request(context, entry.id)


def _asks_what_a_vendor_has_left(context: Context) -> bool:
    """Whether it asks "which aws one is still there", rather than of the one that the vendor's name stands for."""
    recognition = context.understanding.recognition
    by_vendor = [entity for entity in recognition.of(EntityKind.CERTIFICATION) if entity.vendor]
    said = [token for token in recognition.tokens if token not in LEADING]
    return len(by_vendor) == 1 and said[:1] in (["which"], ["what"], ["any"]) and "still" in said


def _retired_or_left(context: Context) -> Reply:
    """What has been retired; or, for "which can i still take", what has not."""
    left = "still" in context.understanding.recognition.tokens and context.understanding.recognition.tokens[0] != "are"
    return answer_catalogue(context) if left else answer_retirements(context)


def _attribute_of_all(context: Context, attribute: Attribute) -> Reply:
    """An attribute asked about without a certification: of a list, or to find one by it."""
    if attribute.id == LIFECYCLE:
        return answer_retirements(context)
    if has_criteria(context):
        return answer_catalogue(context)
    return answer_reverse(context) or ask_which(context, attribute)


def _by_request(context: Context, request: str) -> Reply:
    if LIFECYCLE in context.attributes and request == LIST:
        return _retired_or_left(context)
    if request == RECOMMEND:
        return answer_recommendation(context) or answer_without_profile(context) or ask_back(context)
    if has_criteria(context):
        return answer_catalogue(context)
    if request == LIST:
        everything = ALL.intersection(context.understanding.recognition.tokens)
        return (None if everything else answer_reverse(context)) or answer_catalogue(context)
    return ask_back(context)
