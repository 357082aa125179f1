"""What the structure of a message says of what is wanted, besides its words: features of the decision, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.recognition import STOP
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.acts import Act
    from bot.domain.context import Context
    from bot.domain.learner import Profile
    from bot.nlu.recognition import Recognition

LENGTHS = (2, 4, 7, 11, 18, 30, 50)
"""Tokens; each that is exceeded is a sign of its own."""
CLAUSES = (0, 2, 4)
SHORT = 5
"""Up to this many tokens a message leans on what was before."""
MANY = 3
"""More of one thing are not told apart."""
MEASURES = (EntityKind.TIER, EntityKind.MONEY, EntityKind.TIME, EntityKind.PACE)


def signs_of(
    utterance: str, recognition: Recognition, profile: Profile, context: Context, after: Act | None
) -> dict[str, float]:
    """The signs of one message; ``after`` is how the message before it was answered, None at the beginning."""
    names = [*_named(recognition), *_wished(recognition), *_told(profile), *_shape(utterance, recognition)]
    if after is not None:
        names += _following(recognition, profile, after)
        names.append(f"after id {context.after}")
        names += _spoken_of(recognition, context)
    return dict.fromkeys(names, 1.0)


def _named(recognition: Recognition) -> Iterator[str]:
    certifications = recognition.of(EntityKind.CERTIFICATION)
    yield f"{min(len({one.value for one in certifications}), MANY)} certifications"
    if any(not one.vendor for one in certifications):
        yield "certification by name"
    if any(one.vendor for one in certifications):
        yield "certification by vendor"
    vendors = recognition.of(EntityKind.VENDOR)
    if vendors:
        yield f"{min(len(vendors), 2)} vendors"
    if recognition.of(EntityKind.OUTSIDE):
        yield "outside"
    yield from (kind.value for kind in MEASURES if recognition.of(kind))
    if any(one.negated for one in recognition.entities):
        yield "ruled out"


def _wished(recognition: Recognition) -> Iterator[str]:
    yield from (f"attribute {name}" for name in recognition.attributes)
    if recognition.attributes:
        named = recognition.of(EntityKind.CERTIFICATION) or recognition.of(EntityKind.VENDOR)
        yield "attribute"
        yield "attribute of something named" if named else "attribute of nothing named"
        if len(recognition.attributes) > 1:
            yield "attributes"
    yield from (f"{one.sense} {one.attribute}" for one in recognition.criteria)
    if recognition.criteria:
        yield "criterion"
    if any(one.negated for one in recognition.criteria):
        yield "criterion ruled out"
    if recognition.superlatives:
        yield "superlative"
    yield from (f"request {name}" for name in recognition.requests)


def _told(profile: Profile) -> Iterator[str]:
    yield f"situation {min(len(profile.situation), MANY)}"
    told = {
        "rules": profile.shows,
        "holds": profile.holds,
        "budget": profile.budget,
        "time to spend": profile.time,
        "hours": profile.hours_a_week,
        "subscription": profile.subscription is not None,
    }
    yield from (name for name, value in told.items() if value)
    if profile.holds and not profile.named:
        yield "names only what is held"


def _shape(utterance: str, recognition: Recognition) -> Iterator[str]:
    length = len(recognition.tokens)
    yield from (f"over {bound} tokens" for bound in LENGTHS if length > bound)
    clauses = recognition.clauses.count(STOP)
    yield from (f"over {bound} clauses" for bound in CLAUSES if clauses > bound)
    if "?" in utterance:
        yield "question mark"


def _following(recognition: Recognition, profile: Profile, after: Act) -> Iterator[str]:
    yield "after something"
    yield f"after {after}"
    yield f"after {after}, {'something' if recognition.entities else 'nothing'} named"
    if len(recognition.tokens) <= SHORT:
        yield f"after {after}, short"
    if recognition.of(EntityKind.CERTIFICATION):
        yield f"after {after}, certification"
    if recognition.attributes:
        yield f"after {after}, attribute"
    if profile.situation:
        yield f"after {after}, situation"


def _spoken_of(recognition: Recognition, context: Context) -> Iterator[str]:
    spoken_of = context.spoken_of
    yield f"spoken of {spoken_of or 'unknown'}"
    if spoken_of is not None:
        named = recognition.of(EntityKind.CERTIFICATION) or recognition.of(EntityKind.VENDOR)
        yield f"spoken of {spoken_of}, {'something' if named else 'nothing'} named"
        if recognition.attributes:
            yield f"spoken of {spoken_of}, attribute"
