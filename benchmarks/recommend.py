"""How long advice takes, with the guide's cards and with 1,000 generated ones: ``python -m benchmarks.recommend``.

Asks for the advice, the question back and what would change it, as one reply does, for random people who tell of one
to five things of themselves, and limits. Prints one JSON object for each number of cards: milliseconds of wall clock.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.bootstrap import build_assistant, open_knowledge
from bot.domain.figures import Figure, Unit
from bot.domain.learner import Profile
from bot.recommender import Adviser
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.domain.learner import Rule

PEOPLE = 3000
MANY = 1000
SEED = 1
DAY = date(2026, 1, 9)
BUDGETS = (0.0, 50.0, 100.0, 200.0, 300.0)


def main() -> None:
    """Print the figures."""
    knowledge = open_knowledge(read_settings().knowledge, DAY)
    questions = build_assistant(knowledge, None).understander.form_profiles()
    names = {vendor.id: vendor.name for vendor in knowledge.vendors.values()}
    people = _people(knowledge)
    cards, rules = _multiplied(knowledge)
    few = Adviser(knowledge.reviewed, knowledge.rules, names, questions)
    many = Adviser(cards, rules, names, questions)
    for count, adviser in ((len(knowledge.reviewed), few), (len(cards), many)):
        times = sorted(_milliseconds(adviser, person) for person in people)
        cuts = statistics.quantiles(times, n=1000)
        figures = {"cards": count, "people": len(people), "p50_ms": round(statistics.median(times), 3)}
        print(json.dumps(figures | {"p99_ms": round(cuts[989], 3), "max_ms": round(times[-1], 3)}))


def _milliseconds(adviser: Adviser, person: Profile) -> float:
    began = time.perf_counter()
    adviser.advise(person, DAY)
    adviser.next_question(person, DAY, ())
    adviser.changes(person, DAY)
    return (time.perf_counter() - began) * 1000


def _people(knowledge: Knowledge) -> list[Profile]:
    """Deterministic."""
    chance = random.Random(SEED)
    rules, vendors = sorted(knowledge.rules), sorted(knowledge.vendors)
    people = []
    for _ in range(PEOPLE):
        shown = frozenset(chance.sample(rules, chance.randint(1, 5)))
        limited = chance.random() < 1 / 2
        people.append(
            Profile(
                shows=shown,
                situation=shown,
                vendors_out=frozenset(chance.sample(vendors, chance.randint(0, 1))),
                budget=Figure(None, chance.choice(BUDGETS), Unit.USD) if limited else None,
                time=Figure(None, float(chance.randint(1, 8)), Unit.MONTHS) if limited else None,
                subscription=False if chance.random() < 1 / 4 else None,
            )
        )
    return people


def _multiplied(knowledge: Knowledge) -> tuple[list[Certification], Mapping[str, Rule]]:
    """As many copies of each card as make MANY, and rules that give each copy the points of its original."""
    cards = knowledge.reviewed
    copies = [
        replace(cards[number % len(cards)], id=f"{cards[number % len(cards)].id}-{number}") for number in range(MANY)
    ]
    ids: dict[str, list[str]] = {}
    for number, copy in enumerate(copies):
        ids.setdefault(cards[number % len(cards)].id, []).append(copy.id)
    rules = {
        rule.id: replace(
            rule,
            prefers={copy: points for card, points in rule.prefers.items() for copy in ids[card]},
            avoids={copy: points for card, points in rule.avoids.items() for copy in ids[card]},
            excludes=tuple(copy for card in rule.excludes for copy in ids[card]),
        )
        for rule in knowledge.rules.values()
    }
    return copies, rules


if __name__ == "__main__":
    main()
