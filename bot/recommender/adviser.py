"""The adviser: adds up the points of the rules that apply, and says which gave them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.domain.certification import CardKind
from bot.domain.learner import NO_BUDGET, WHERE_TO_START, Rule
from bot.recommender.advice import Advice, Change
from bot.recommender.facts import read_card
from bot.recommender.limits import obstacle, unmeasured, unpriced, without_each_limit
from bot.recommender.points import Choice, add_points, weigh

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.form import FormQuestion, Option
    from bot.domain.learner import Profile
    from bot.recommender.facts import CardFacts


DECISIVE = 0.5
"""A question is decisive where at least this share of its answers changes the pick."""
MOST_QUESTIONS = 2
"""Asked of one person, in all."""
DAYS_KEPT = 4


class Adviser:
    """Knows the cards, the rules and the questions of one knowledge base. Immutable."""

    def __init__(
        self,
        cards: Sequence[Certification],
        rules: Mapping[str, Rule],
        vendor_names: Mapping[str, str],
        questions: Sequence[tuple[FormQuestion, tuple[Profile, ...]]] = (),
        outside: Sequence[Certification] = (),
    ) -> None:
        """``questions`` come with what each of their options says of a person, in the order of the form.

        What is ``outside`` the guide is no choice; it is told where it replaces one.
        """
        self._cards = tuple(cards)
        self._outside = {card.id: card for card in outside}
        self._rules = dict(rules)
        self._vendor_names = dict(vendor_names)
        self._questions = tuple(questions)
        self._read = lru_cache(DAYS_KEPT)(self._read_cards)

    def advise(self, profile: Profile, day: date) -> Advice:
        """Rank the cards for a learner; deterministic: equal scores keep the order of the cards."""
        applied, denied = self._applying(profile)
        forbidden = {name: rule for rule in applied for name in rule.excludes}
        points = add_points(applied, denied, profile)
        ranked = sorted(
            (weigh(facts, points.get(facts.card.id, 0), applied, denied, profile) for facts in self._read(day)),
            key=lambda choice: -choice.score,
        )
        wanted = [choice for choice in ranked if choice.score > 0]
        obstacles = [(choice, self._obstacle(choice.facts, profile, forbidden)) for choice in wanted]
        free = [choice for choice, why in obstacles if why is None]
        if not free and (wanted or profile.rules_out):
            hurried = profile.time is not None and profile.budget is None and NO_BUDGET not in profile.shows
            free = self._unopposed(ranked, profile, forbidden, free_first=bool(wanted) and not hurried)
        out = [(choice, why) for choice, why in obstacles if why is not None]
        if not free:  # what is within the limits and only goes against what was told
            others = ((choice, self._obstacle(choice.facts, profile, forbidden)) for choice in ranked)
            out += [(one, why) for one, why in others if why and one not in wanted and self._fits(one.facts, profile)]
        gone = _gone(free, out)
        return Advice(tuple(free), tuple(out), tuple(applied), gone, tuple(self._instead(gone, profile, day)))

    def next_question(self, profile: Profile, day: date, asked: Collection[str]) -> FormQuestion | None:
        """The question whose answers change the pick most, if any is decisive and not too many were asked."""
        if len(asked) >= MOST_QUESTIONS:
            return None
        now = self._best(profile, day)
        first = {rule.asks for rule in self._applying(profile)[0]}
        weighed = [
            (self._decisiveness(profile, now, options, day), question.id in first, question)
            for question, options in self._questions
            if question.id not in asked and not _settled(question, options, profile)
        ]
        decisive = [
            (wanted, share, -question.order, question) for share, wanted, question in weighed if share >= DECISIVE
        ]
        return max(decisive, key=lambda one: one[:3], default=(None,))[-1]

    def options(self, question: FormQuestion) -> tuple[tuple[Option, Profile], ...]:
        """The answers to a question with what each says of a person; raises KeyError for a question of none."""
        profiles = {asked.id: told for asked, told in self._questions}
        return tuple(zip(question.options, profiles[question.id], strict=True))

    def changes(self, profile: Profile, day: date) -> list[Change]:
        """What the advice would be without one of the limits, where the adviser itself would like that better."""
        best = self._best(profile, day)
        score = best[1] if best else 0
        found = []
        for name, relaxed in without_each_limit(profile):
            other = self._best(relaxed, day)
            if other is not None and other[1] > score:
                found.append(Change(name, other[0].card))
        return found

    def _instead(self, gone: Certification | None, profile: Profile, day: date) -> Iterator[CardFacts]:
        """What is not reviewed and can be taken in the place of a retired certification."""
        for successor in gone.lifecycle.successors if gone and gone.lifecycle else ():
            card = self._outside.get(successor.certification)
            facts = read_card(card, day) if card else None
            if facts and obstacle(facts, profile, self._vendor_names) is None and not unpriced(facts, profile):
                yield facts

    def _read_cards(self, day: date) -> tuple[CardFacts, ...]:
        return tuple(read_card(card, day) for card in self._cards)

    def _applying(self, profile: Profile) -> tuple[list[Rule], list[Rule]]:
        """The rules that apply, and those whose contrary does; both in the order of their ids."""
        shown = profile.shows
        rules = [self._rules[name] for name in sorted(shown) if name in self._rules]
        applied = [rule for rule in rules if shown.issuperset(rule.with_) and not shown.intersection(rule.without)]
        return applied, [self._rules[name] for name in sorted(profile.denies) if name in self._rules]

    def _best(self, profile: Profile, day: date) -> tuple[CardFacts, int] | None:
        """The pick and its score, without reasons: for trying many profiles."""
        applied, denied = self._applying(profile)
        forbidden = {name for rule in applied for name in rule.excludes}
        points = add_points(applied, denied, profile)
        ranked = sorted(self._read(day), key=lambda facts: -points.get(facts.card.id, 0))
        for facts in ranked:
            score = points.get(facts.card.id, 0)
            if score <= 0:
                return None
            if facts.card.id not in forbidden and obstacle(facts, profile, self._vendor_names) is None:
                return facts, score
        return None

    def _decisiveness(
        self, profile: Profile, now: tuple[CardFacts, int] | None, options: tuple[Profile, ...], day: date
    ) -> float:
        """The share of the answers after which the pick is another one, 0..1."""
        picks = [self._best(profile.merge(option), day) for option in options]
        held = now[0].card.id if now else ""
        return sum(pick is not None and pick[0].card.id != held for pick in picks) / len(picks)

    def _fits(self, facts: CardFacts, profile: Profile) -> bool:
        """Whether it is within all limits."""
        return obstacle(facts, profile, self._vendor_names) is None

    def _obstacle(self, facts: CardFacts, profile: Profile, forbidden: Mapping[str, Rule]) -> str | None:
        why = obstacle(facts, profile, self._vendor_names)
        if why is None and facts.card.id in forbidden:
            return f"it does not go with your situation ({forbidden[facts.card.id].title.lower()})"
        return why

    def _unopposed(
        self, ranked: list[Choice], profile: Profile, forbidden: Mapping[str, Rule], *, free_first: bool
    ) -> list[Choice]:
        """Where nothing that something speaks for is left: what nothing speaks against, as for somebody unknown.

        What costs money or takes time, and nobody knows how much, is left out where there is a limit to it.
        """
        neutral = [one for one in ranked if one.score == 0 and not one.against]
        known = [one for one in neutral if not unmeasured(one.facts, profile)]
        open_ = [one for one in known if self._obstacle(one.facts, profile, forbidden) is None]
        start = self._rules.get(WHERE_TO_START)
        usual = start.prefers if start else {}
        return sorted(
            open_,
            key=lambda one: (-usual.get(one.card.id, 0), free_first and one.card.kind is not CardKind.FREE_RESOURCE),
        )


def _gone(choices: list[Choice], excluded: Sequence[tuple[Choice, str]]) -> Certification | None:
    """The retired certification that nothing that can be taken ranks before, if there is one."""
    best = choices[0].score if choices else 0
    gone = [choice.card for choice, _ in excluded if choice.facts.retired and choice.score >= best]
    return gone[0] if gone else None


def _settled(question: FormQuestion, options: tuple[Profile, ...], profile: Profile) -> bool:
    """Whether the person has answered it already, or said something that makes it pointless."""
    if profile.shows.intersection(question.settled_by):
        return True
    return any(option.overlaps(profile) for option in options)
