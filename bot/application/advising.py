"""Whether a person wants advice, or asks something else while telling of themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.application.handlers.catalogue import has_criteria
from bot.application.handlers.recommendation import recommends
from bot.application.learners import COMPARATIVES
from bot.application.naming import LIST, RECOMMEND, only_names
from bot.application.thresholds import ALMOST_SURE, CERTAIN, CONFIDENT, FAIRLY_SURE, SURE, VERY_SURE
from bot.application.words import (
    AUXILIARIES,
    CERTIFICATIONS,
    LEADING,
    ONWARD,
    ONWARD_PAIRS,
    PERSONAL,
    QUESTIONING,
    SUBJECTS,
    WANTING,
)
from bot.domain.entry import Answer, Attribute, EntryKind, Unknown
from bot.domain.learner import LITTLE_TIME
from bot.nlu.recognition import STOP
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.entry import Entry
    from bot.nlu.understanding import Intent

FEW_TOKENS = 3
"""Up to this many tokens, a superlative is all that is said: "cheapest cert?"."""
FOR_SOMETHING = frozenset((noun, "for") for noun in (*CERTIFICATIONS, "certs", "certifications"))
"""As good as telling of oneself: "a cert for mlops"."""
ASIDE = frozenset({EntryKind.SMALLTALK, EntryKind.OFF_TOPIC})


def wants_advice(context: Context, best: Intent) -> bool:
    """Whether a person's situation is told, or more of it after advice was given."""
    if context.refined:
        return True
    if _says_nothing(context):
        return False
    if best.entry.id == RECOMMEND or (recommends(best.entry) and not (context.cards and _is_question(context))):
        fact = context.understanding.recognition.attributes
        told = best.confidence >= SURE and bool(context.understanding.profile.situation) and not fact
        return not _asks_of_card(context) or told or _yields(context, best.entry)
    if _yields(context, best.entry) or _tells_without_asking(context, best) or _goes_on(context):
        return True
    if _advised(context) and only_names(context.understanding):
        return True
    return not _asks_otherwise(context, best) and _tells_enough(context, best)


def _advised(context: Context) -> bool:
    return context.session is not None and context.session.topic == RECOMMEND


def _says_nothing(context: Context) -> bool:
    """Whether nothing is said of a person, or reasons or the most of something are asked for."""
    tokens = context.understanding.recognition.tokens
    if (context.understanding.profile.is_empty and not context.people) or tokens[:1] == ("why",):
        return True
    few = len(tokens) <= FEW_TOKENS or (asks_which(context) and _compares(context))
    return bool(context.understanding.recognition.superlatives) and few and not _advised(context)


def _compares(context: Context) -> bool:
    """Whether less or more of something is asked for where several were spoken of: "which one is cheaper"."""
    several = context.session is not None and len(context.session.recent) > 1
    return several and bool(COMPARATIVES.intersection(context.understanding.recognition.tokens))


def _asks_otherwise(context: Context, best: Intent) -> bool:
    """Whether something is asked of a certification or of a list, rather than for advice."""
    recognition = context.understanding.recognition
    wanting = _is_wanting(context)
    unsure = not recognition.attributes and best.confidence < SURE
    which = asks_which(context) and bool(context.understanding.profile.situation) and not recognition.attributes
    of_card = _asks_of_card(context) and not (wanting and unsure) and not which
    if of_card or (context.cards and isinstance(best.entry, Attribute) and not wanting and not which):
        return True
    situation = context.understanding.profile.situation - {LITTLE_TIME}
    timed = bool(recognition.of(EntityKind.TIME)) and not situation
    listing = LIST in recognition.requests or not (_is_personal(context) or situation) or timed
    return asks_for_list(context) and listing


def asks_which(context: Context) -> bool:
    """Whether "which cert" or "which one" is asked."""
    tokens = context.understanding.recognition.tokens
    return any(
        token in ("which", "what") and CERTIFICATIONS.intersection(tokens[at + 1 : at + 3])
        for at, token in enumerate(tokens)
    )


def _tells_enough(context: Context, best: Intent) -> bool:
    """Whether more is told of a person than the best intent is sure."""
    told, recognition = context.understanding.profile, context.understanding.recognition
    limited = bool(recognition.of(EntityKind.MONEY)) or any(criterion.negated for criterion in recognition.criteria)
    second = any(one.entry.id == RECOMMEND and one.confidence >= CONFIDENT for one in context.understanding.intents[:2])
    if told.situation and second:
        return True
    strength = len(told.situation) + _advised(context) + (_is_wanting(context) and bool(told.situation))
    strength += bool(strength and told.shows - told.situation) + (limited and bool(told.situation))
    return strength > 0 and best.confidence < _bar(best.entry, strength, personal=_is_personal(context) or limited)


def _is_wanting(context: Context) -> bool:
    return bool(WANTING.intersection(context.understanding.recognition.tokens)) and not _is_question(context)


def _is_personal(context: Context) -> bool:
    tokens = context.understanding.recognition.tokens
    for_something = any(pair in FOR_SOMETHING for pair in pairwise(tokens))
    return _is_wanting(context) or for_something or bool(PERSONAL.intersection(tokens))


def _yields(context: Context, entry: Entry) -> bool:
    """Whether a written entry about people in some situation gives way to advice for this one."""
    of_card = _asks_of_card(context) and not _is_wanting(context)
    if not isinstance(entry, Answer) or not entry.kept_by or of_card:
        return False
    told, tokens = context.understanding.profile, context.understanding.recognition.tokens
    if set(context.understanding.recognition.attributes) - {"audience"}:  # "which makes sense for me" asks no fact
        return False
    return bool(told.situation) and (told.is_limited or not set(entry.kept_by).intersection(tokens))


def _goes_on(context: Context) -> bool:
    """Whether somebody who holds a certification asks for the next: "i have the ibm one, what now"."""
    told, tokens = context.understanding.profile, context.understanding.recognition.tokens
    others = _asks_of_card(context)
    onward = ONWARD.intersection(tokens) or any(pair in ONWARD_PAIRS for pair in pairwise(tokens))
    return bool(told.holds and onward) and not others and (tokens[0] == "did" or not _is_question(context))


def _tells_without_asking(context: Context, best: Intent) -> bool:
    """Whether somebody tells of themselves and leaves the question out: "ml engineer on aws, no subscriptions"."""
    told, entry = context.understanding.profile, best.entry
    of_card = _asks_of_card(context) and not (_is_wanting(context) and not context.attributes)
    if not told.situation or _is_asking(context) or of_card:
        return False
    if (entry.kind in ASIDE and not told.named) or (isinstance(entry, Answer) and entry.kept_by):
        return False
    if best.confidence >= (VERY_SURE if told.is_limited or _is_personal(context) else SURE):
        return False
    return told.is_limited or len(told.situation) > 1 or bool(told.shows - told.situation)


def _is_asking(context: Context) -> bool:
    """Whether a clause of it is a question."""
    clauses = [one.split() for one in " ".join(context.understanding.recognition.clauses).split(STOP)]
    if "?" in context.understanding.utterance or any(map(_is_inverted, clauses)):
        return True
    return bool(QUESTIONING.intersection(context.understanding.recognition.tokens))


def _is_inverted(clause: list[str]) -> bool:
    """Whether it begins like "is it" or "could i"."""
    begins = bool(AUXILIARIES.intersection(clause[:1]))
    return begins and any(word in SUBJECTS or is_slot(word) for word in clause[1:2])


def _is_question(context: Context) -> bool:
    """Whether it begins like a question that yes or no answers: "is genai in there"."""
    said = (token for token in context.understanding.recognition.tokens if token not in LEADING)
    return next(said, "") in AUXILIARIES


def _bar(entry: Entry, strength: int, *, personal: bool) -> float:
    """From which confidence on an intent is preferred to advice, for the strength with which a situation is told."""
    if entry.kind in ASIDE or isinstance(entry, Unknown):
        return CONFIDENT if strength == 1 else SURE
    if not isinstance(entry, Answer):
        return CERTAIN if personal else CONFIDENT
    return (CONFIDENT if personal else 0.0, FAIRLY_SURE, VERY_SURE, ALMOST_SURE)[min(strength, 4) - 1]


def _asks_of_card(context: Context) -> bool:
    """Whether a certification that is not held already is asked about."""
    named = context.understanding.recognition.of(EntityKind.CERTIFICATION)
    asked = {entity.value for entity in named if not entity.negated and not entity.referred}
    return bool(asked - context.understanding.profile.holds)


def asks_for_list(context: Context) -> bool:
    """Whether a superlative, a tier or an amount is named, as in "tier 2?" or "cheapest?"."""
    recognition = context.understanding.recognition
    if recognition.tokens[:1] == ("why",):
        return False
    amount = recognition.of(EntityKind.MONEY) and not PERSONAL.intersection(recognition.tokens)
    listed = LIST in recognition.requests and has_criteria(context)
    said = [token for token in recognition.tokens if token not in LEADING]
    timed = any(one.figure for one in recognition.of(EntityKind.TIME)) and said[:1] in (["which"], ["what"])
    return bool(recognition.superlatives or listed or recognition.of(EntityKind.TIER) or amount or timed)
