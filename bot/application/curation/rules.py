"""Rules of the adviser that cannot fire, contradict one another, or leave somebody without an answer."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from bot.domain.learner import PROGRAM_RULES, Profile
from bot.domain.problems import Problem, Severity
from bot.recommender import Adviser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.domain.draft import Draft
    from bot.domain.knowledge import Knowledge
    from bot.domain.learner import Rule
    from bot.nlu.understander import Understander

STRONG = 4
"""From this many points on, two rules about one card cannot both be meant for one message."""


def unsound_rules(draft: Draft, today: date) -> Iterator[Problem]:
    """What is wrong with the rules by themselves, whatever anybody says."""
    for rule in draft.knowledge.rules.values():
        for key, what, mend in (*_idle(rule), *_at_odds_with_itself(rule), *_unreachable(rule, draft.knowledge)):
            yield Problem(draft.places("rules", rule.id, key), what, mend)
    yield from _contradictory(draft)
    yield from _answerless(draft, today)


def _idle(rule: Rule) -> Iterator[tuple[str, str, str]]:
    if not (rule.shown_by or rule.vendors or rule.holds or rule.id in PROGRAM_RULES):
        yield "title", "nothing shows this rule, so it never fires", "add `shown_by`, `vendors` or `holds`"
    if not (rule.prefers or rule.avoids or rule.excludes or rule.first or rule.asks):
        yield "title", "this rule changes nothing", "add `prefers`, `avoids`, `excludes` or `first`"


def _at_odds_with_itself(rule: Rule) -> Iterator[tuple[str, str, str]]:
    for card in rule.prefers:
        if card in rule.avoids or card in rule.excludes:
            yield "prefers", f"`{card}` is both preferred and kept away", "keep one of the two"
    for card in rule.meets:
        if card in rule.lacks:
            yield "meets", f"what `{card}` asks for is both met and lacking", "keep one of the two"


def _unreachable(rule: Rule, knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Conditions that no profile can fulfil."""
    for other in rule.with_:
        if other in rule.without:
            yield "with", f"`{other}` must apply and must not, so this rule never fires", "keep one of the two"
        elif other in knowledge.rules and rule.id in knowledge.rules[other].without:
            what = f"`{other}` must apply, but it does not apply together with this rule"
            yield "with", what, f"remove it, or remove `{rule.id}` from the `without` of {other}"
    for other in rule.without:
        if other in knowledge.rules and rule.id in knowledge.rules[other].without and rule.id < other:
            what = f"this rule and `{other}` each give way to the other, so neither fires where both are shown"
            yield "without", what, "remove one of the two"


def _contradictory(draft: Draft) -> Iterator[Problem]:
    """Pairs that the same words show, one strongly for a card and the other strongly against it."""
    for one, other in combinations(draft.knowledge.rules.values(), 2):
        shared = _shared(one, other)
        if not shared or one.id in other.without or other.id in one.without:
            continue
        for card in sorted({*one.prefers, *other.prefers}):
            for plus, minus in ((one, other), (other, one)):
                against = minus.avoids.get(card, 0) >= STRONG or card in minus.excludes
                if plus.prefers.get(card, 0) >= STRONG and against:
                    what = f"{shared} shows this rule, which is for `{card}`, and {minus.id}, which is against it"
                    mend = f"take it out of one of the two, or name {minus.id} under `without`"
                    yield Problem(draft.places("rules", plus.id, "prefers", card), what, mend)


def _shared(one: Rule, other: Rule) -> str:
    """What shows both; empty where nothing does."""
    for key in ("shown_by", "vendors", "holds"):
        both = set(getattr(one, key)) & set(getattr(other, key))
        if both:
            return f"`{min(both)}`"
    return ""


def _answerless(draft: Draft, today: date) -> Iterator[Problem]:
    """Profiles that get nothing: each rule alone, with the ones it needs."""
    knowledge = draft.knowledge
    names = {vendor.id: vendor.name for vendor in knowledge.vendors.values()}
    adviser = Adviser(knowledge.reviewed, knowledge.rules, names)
    for rule in knowledge.rules.values():
        shown = frozenset({rule.id, *rule.with_})
        advice = adviser.advise(Profile(shows=shown, situation=shown), today)
        if not advice.choices and rule.prefers and rule in advice.applied:
            what = "somebody of whom only this rule applies is advised nothing: what it prefers is retired or excluded"
            yield Problem(draft.places("rules", rule.id, "prefers"), what, "prefer something that can be taken")


def unread_phrases(draft: Draft, understander: Understander) -> Iterator[Problem]:
    """Phrases that, typed by themselves, do not show their rule; options that say nothing, or what another says."""
    for rule in draft.knowledge.rules.values():
        for number, phrase in enumerate(rule.shown_by):
            told = understander.profile_of(phrase)
            if rule.id not in told.shows | told.denies:
                what = f"`{phrase}` does not show this rule: a name, an amount or a longer phrase takes its words"
                mend = "write other words, or remove it"
                yield Problem(draft.places("rules", rule.id, "shown_by", number), what, mend, Severity.WARNING)
    for question, options in understander.form_profiles():
        for number, told in enumerate(options):
            place = draft.places("form", question.id, "options", number, "says")
            if told.is_empty:
                what = "no rule, amount or time is understood from this, so the answer would change nothing"
                yield Problem(place, what, "write words that a rule lists under `shown_by`")
            elif told in options[:number]:
                what = f"this says the same as `{question.options[options.index(told)].says}`"
                yield Problem(place, what, "make the options differ, or remove one")
