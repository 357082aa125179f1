"""From the files' models to the domain's values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.domain.certification import CardKind, Certification, Fact, Lifecycle, Reading, Successor
from bot.domain.entry import Answer, Attribute, EntryKind, Request, Unknown
from bot.domain.form import FormQuestion, Option
from bot.domain.knowledge import Vocabulary
from bot.domain.learner import Rule
from bot.domain.paths import LearningPath, Step
from bot.domain.sources import Source, Vendor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.adapters.yaml_knowledge import card_models, models


def sources(file: card_models.SourcesFile) -> dict[str, Source]:
    """Source by id."""
    return {id_: Source(id_, one.title, one.published, one.url) for id_, one in file.root.items()}


def vendor(id_: str, file: card_models.VendorFile) -> Vendor:
    """One vendor."""
    return Vendor(id_, file.name, file.aliases, file.default)


def vocabulary(file: models.VocabularyFile) -> Vocabulary:
    """The vocabulary."""
    return Vocabulary(dict(file.shorthand), file.synonyms, dict(file.cues), dict(file.days))


def not_covered(file: card_models.NotCoveredFile) -> dict[str, tuple[str, ...]]:
    """Aliases and codes by name; of a name that stands twice (the loader complains of it) those of both."""
    named: dict[str, tuple[str, ...]] = {}
    for one in file.root:
        named[one.name] = (*named.get(one.name, ()), *one.aliases, *one.codes)
    return named


def card(id_: str, file: card_models.CardFile, known: Mapping[str, Source]) -> Certification:
    """A reviewed certification; a fact whose source is unknown (the loader complains of it) counts as ancient."""
    return Certification(
        id=id_,
        name=file.name,
        short=file.short,
        kind=CardKind(file.kind),
        summary=file.summary,
        vendor=file.vendor,
        tier=file.tier,
        place=file.place,
        aliases=file.aliases,
        topics=file.topics,
        codes=file.codes,
        page=file.page,
        facts=_facts(file.facts, file.source, known),
        lifecycle=_lifecycle(file.lifecycle),
        active=file.active,
    )


def outside(id_: str, file: card_models.OutsideFile, known: Mapping[str, Source]) -> Certification:
    """A certification that is named but not reviewed."""
    return Certification(
        id=id_,
        name=file.name,
        short=file.short,
        kind=CardKind.OUTSIDE,
        summary=file.note or "",
        vendor=file.vendor,
        aliases=file.aliases,
        codes=file.codes,
        page=file.page,
        facts=_facts(file.facts, file.source or "", known),
        lifecycle=_lifecycle(file.lifecycle),
        active=file.active,
        see=file.see,
    )


def _facts(files: Mapping[str, card_models.FactModel], default: str, known: Mapping[str, Source]) -> dict[str, Fact]:
    facts = {}
    for attribute, file in files.items():
        first = file.source or default
        since = known[first].published if first in known else date.min
        changes = (_reading(change, change.source or first, change.from_) for change in file.changes)
        facts[attribute] = Fact(attribute, (_reading(file, first, since), *changes))
    return facts


def _reading(file: card_models.ReadingModel, source: str, since: date) -> Reading:
    return Reading(file.value, file.text, source, since)


def _lifecycle(file: card_models.LifecycleModel | None) -> Lifecycle | None:
    if file is None:
        return None
    successors = tuple(Successor(one.card or one.outside or "") for one in file.successors)
    return Lifecycle(file.retired, file.text, successors, file.source, file.announced)


def answer(id_: str, kind: EntryKind, file: models.AnswerFile) -> Answer:
    """An FAQ or advice entry."""
    return Answer(
        id=id_,
        kind=kind,
        title=file.title,
        examples=file.examples,
        answer=file.answer,
        more=file.more or "",
        about=file.about,
        recommends=file.recommends,
        attribute=file.attribute or "",
        related=file.related,
        situational=file.situational,
        section=file.section,
        source=file.source,
    )


def said(id_: str, kind: EntryKind, file: models.SaidFile) -> Answer:
    """Small talk or a polite refusal."""
    return Answer(id_, kind, file.title, file.examples, answer=file.answer)


def unknown(id_: str, kind: EntryKind, file: models.UnknownFile) -> Unknown:
    """Something the guide does not hold."""
    return Unknown(id_, kind, file.title, file.examples, asks=file.asks, nearby=file.nearby, related=file.see)


def request(id_: str, kind: EntryKind, file: models.RequestFile) -> Request:
    """A way of asking that the program answers itself."""
    return Request(id_, kind, file.title, file.examples, file.words)


def attribute(id_: str, kind: EntryKind, file: models.AttributeFile) -> Attribute:
    """A field of the cards."""
    return Attribute(
        id=id_,
        kind=kind,
        title=file.label,
        examples=file.examples,
        asks=file.asks,
        words=file.words,
        choices=file.choices,
        choice_words=dict(file.choice_words),
        lowest=file.lowest,
        highest=file.highest,
    )


def rule(id_: str, file: models.RuleFile) -> Rule:
    """One of the adviser's rules."""
    return Rule(
        id=id_,
        title=file.title,
        section=file.section,
        reason=file.reason,
        source=file.source,
        shown_by=file.shown_by,
        vendors=file.vendors,
        holds=file.holds,
        with_=file.with_,
        without=file.without,
        prefers=dict(file.prefers),
        avoids=dict(file.avoids),
        excludes=file.excludes,
        meets=file.meets,
        lacks=file.lacks,
        group=file.group or "",
        temporary=file.temporary,
        asks=file.asks or "",
        first=file.first or "",
    )


def path(id_: str, file: models.PathFile) -> LearningPath:
    """One learning path."""
    steps = tuple(Step(one.text, one.certifications) for one in file.steps)
    return LearningPath(id_, file.title, file.section, file.suits, steps, file.source)


def question(id_: str, file: models.QuestionFile) -> FormQuestion:
    """One of the adviser's questions."""
    options = tuple(Option(one.label, one.says) for one in file.options)
    return FormQuestion(id_, file.ask, file.order, options, file.settled_by)
