"""Whom advice is for: what a message says of a person, added to what was said before, or taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.grading import not_better
from bot.application.words import AUXILIARIES, LEADING, PERSONAL, QUESTIONING
from bot.domain.figures import Figure
from bot.domain.learner import NOBODY, Profile
from bot.nlu.profiling import says_held

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.understanding import Understander, Understanding

ANOTHER = frozenset(
    {"colleague", "friend", "scratch", "sister", "brother", "wife", "husband", "coworker", "boss", "daughter", "son"}
    | {"mother", "father", "mom", "mum", "dad", "girlfriend", "boyfriend", "partner", "teammate", "intern", "nephew"}
    | {"bf", "gf", "him", "buddy", "mate", "cousin", "uncle", "aunt", "roommate", "neighbor", "niece", "kid"}
)
"""Words that start a new profile: the advice is for somebody else now."""
ADDING = frozenset({"also", "too", "well", "both", "plus", "besides", "sometimes"})
"""Words by which something is added to what was said of the same matter before."""
AND_ME = (
    ("and", "for", "a"),
    ("and", "for", "an"),
    ("and", "for", "me"),
    ("and", "me"),
    ("what", "about", "me"),
    ("now", "for", "me"),
)
"""How messages begin that come back to oneself, or go on to somebody else."""
TEAM = frozenset({"each", "staffing", "everyone", "hires", "hiring"})
"""Words that speak of several people."""
GENERAL = frozenset({"which", "what", "something", "anything", "one", "ones", "certs", "certifications"})
"""Words of questions that are about people in general, where nobody speaks of themselves."""
NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
ELSE = (
    ("something", "else"),
    ("another", "one"),
    ("other", "options"),
    ("other", "option"),
    ("anything", "else"),
    ("what", "else"),
    ("different", "one"),
    ("next", "best"),
    ("do", "not", "like"),
    ("dont", "like"),
)
"""Words that ask for another pick."""
MOVED = re.compile(
    r"\$?\s?(?P<amount>\d[\d,]{0,8})\s*(?:\$|usd|dollars|bucks)?\s+(?P<way>more|extra|additional|on top|less|fewer)\b"
    r"|\b(?:another|additional|extra)\s+\$?\s?(?P<other>\d[\d,]{0,8})\b"
)
"""A change of the budget: "200 more", "another $100", "50 bucks less"."""
LOOKED_AT = 200
"""Characters of a message in which it is looked for."""
TOO = {
    ("too", "long"): ("duration", "lowest"),
    ("too", "expensive"): ("cost", "lowest"),
    ("too", "pricey"): ("cost", "lowest"),
    ("too", "much", "money"): ("cost", "lowest"),
    ("too", "hard"): ("level", "lowest"),
    ("too", "difficult"): ("level", "lowest"),
    ("too", "advanced"): ("level", "lowest"),
    ("too", "easy"): ("level", "highest"),
    ("too", "basic"): ("level", "highest"),
}
"""What is wrong with the pick: the attribute, and which end of it is wanted."""
COMPARATIVES = frozenset(
    {"cheaper", "pricier", "harder", "tougher", "easier", "faster", "quicker", "shorter", "longer"}
)
"""Words that ask for less or more of something than the pick has; "cheapest" asks for a list."""
ONWARD = (
    ("after", "that"),
    ("and", "then"),
    ("after", "it"),
    ("what", "next"),
    ("comes", "next"),
    ("after", "{certification}"),
)
"""How messages end that ask what comes after the pick."""
REFINING_WORDS = 16
"""Up to this many tokens a message after advice may only refine it; one without any changes nothing."""


@dataclass(frozen=True, slots=True)
class Learners:
    """The people of a question for advice."""

    profile: Profile = NOBODY
    """What is known of the person who asks, by this message and those before."""
    people: tuple[Profile, ...] = ()
    """What is said of each of several people, where advice for a team is wanted."""
    refined: bool = False
    """Whether the message changes advice that was given: "cheaper", "what if I had 200 more"."""
    somebody_else: bool = False
    """Whether a profile was begun anew."""


def find_learners(
    knowledge: Knowledge, understander: Understander, understanding: Understanding, session: Session | None, day: date
) -> Learners:
    """The person who asks for advice, in the light of what was said before, and the people of a team."""
    tokens = understanding.recognition.tokens
    somebody_else = ANOTHER.intersection(tokens) or tokens[:2] == ("and", "our") or tokens[:3] in AND_ME
    somebody_else = somebody_else or _of_others(understanding)
    people = understander.profiles(understanding.utterance) if _of_several(understanding) else ()
    if session is None or somebody_else:
        advising = session is not None and session.advising and _adds(understanding)
        return Learners(understanding.profile, people, refined=advising, somebody_else=bool(somebody_else))
    merged = _merged(knowledge, understanding, session)
    if not session.advising or not tokens or len(tokens) > REFINING_WORDS:
        return Learners(merged, people)
    change = _refined(knowledge, understanding, session, day) if session.certifications else None
    if change is None and _adds(understanding):
        change = merged
    return Learners(change or merged, people, refined=change is not None)


def _of_others(understanding: Understanding) -> bool:
    """Whether it speaks of people in general: "which are for data engineers"."""
    tokens = understanding.recognition.tokens
    general = "for" in tokens and bool(GENERAL.intersection(tokens)) and not PERSONAL.intersection(tokens)
    return general and bool(understanding.profile.situation)


def _merged(knowledge: Knowledge, understanding: Understanding, session: Session) -> Profile:
    """What was said before and now; of a group of rules ("career") the newer word replaces the older."""
    before, newer = session.profile, understanding.profile
    groups = {knowledge.rules[name].group for name in newer.shows} - {""}
    if ADDING.intersection(understanding.recognition.tokens):
        groups = set()
    over = frozenset(name for name in before.shows if knowledge.rules[name].group in groups)
    kept = replace(before, shows=before.shows - over, situation=before.situation - over)
    return kept.merge(newer)


def _of_several(understanding: Understanding) -> bool:
    """Whether advice is wanted for the people of a team, rather than for one person who mentions a team."""
    tokens = set(understanding.recognition.tokens)
    if tokens & TEAM:
        return True
    counted = bool(tokens & NUMBERS) or ":" in understanding.utterance or any(token.isdigit() for token in tokens)
    return "team" in tokens and (counted or not tokens & {"i", "uses", "use"})


def _adds(understanding: Understanding) -> bool:
    """Whether a message after advice tells more of the person and asks nothing: "ok i can do 50 a month"."""
    recognition = understanding.recognition
    begins = tuple(token for token in recognition.tokens if token not in LEADING)[:1]
    if (
        recognition.attributes
        or not begins
        or begins[0] in AUXILIARIES
        or QUESTIONING.intersection(begins)
        or recognition.names_certification
    ):
        return False
    return not understanding.profile.is_empty


def _refined(knowledge: Knowledge, understanding: Understanding, session: Session, day: date) -> Profile | None:
    """The profile after a message that changes advice; None where it does not."""
    recognition = understanding.recognition
    said = recognition.tokens
    pick = knowledge.certifications[session.certifications[0]]
    merged = _merged(knowledge, understanding, session)
    budget = _moved_budget(understanding, session)
    if budget is not None:
        return replace(merged, budget=budget)
    if says_held(recognition):
        return _holding(knowledge, merged, pick.id)
    if any(said[-len(phrase) :] == phrase for phrase in ONWARD) and _goes_on(knowledge, merged, pick.id):
        return _holding(knowledge, merged, pick.id)
    if recognition.names_certification:
        return None
    wish = _wish(understanding)
    if wish is not None:
        return replace(merged, refused=merged.refused | not_better(knowledge, pick, *wish, day))
    if any(_holds(said, phrase) for phrase in ELSE) or said[0] in ("nah", "nope"):
        return replace(merged, refused=merged.refused | {pick.id})
    return None


def _wish(understanding: Understanding) -> tuple[str, str] | None:
    """The attribute of which less ("lowest") or more ("highest") is wanted than the pick has."""
    tokens, wishes = understanding.recognition.tokens, understanding.recognition.superlatives
    for phrase, wish in TOO.items():
        if _holds(tokens, phrase):
            return wish
    wished = next((one for one in wishes if not one.negated), None)
    return (wished.attribute, wished.sense) if wished and COMPARATIVES.intersection(tokens) else None


def _holding(knowledge: Knowledge, profile: Profile, card: str) -> Profile:
    """The profile of the person once they have passed a certification."""
    shown = frozenset(rule.id for rule in knowledge.rules.values() if card in rule.holds)
    over = frozenset(rule.id for rule in knowledge.rules.values() if rule.temporary)
    return replace(
        profile,
        holds=profile.holds | {card},
        named=profile.named - {card},
        shows=(profile.shows - over) | shown,
        situation=profile.situation - over,
    )


def _goes_on(knowledge: Knowledge, profile: Profile, card: str) -> bool:
    """Whether the learning path that suits the person goes on to another certification of the guide."""
    suiting = [
        (len(profile.shows.intersection(path.suits)), path, at)
        for path in knowledge.paths.values()
        if (at := path.place_of(card)) is not None
    ]
    best, path, at = max(suiting, key=lambda one: one[0], default=(0, None, 0))
    return path is not None and best > 0 and any(step.certifications for step in path.steps[at + 1 : at + 2])


def _moved_budget(understanding: Understanding, session: Session) -> Figure | None:
    """The budget after "200 more" or "100 less"; None where it is not moved."""
    before, match = session.profile.budget, MOVED.search(understanding.utterance.lower()[:LOOKED_AT])
    if before is None or match is None:
        return None
    amount = float((match["amount"] or match["other"]).replace(",", ""))
    less = match["way"] in ("less", "fewer")
    return Figure(None, max(0.0, before.most + (-amount if less else amount)), before.unit)


def _holds(tokens: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(tokens[at : at + len(phrase)] == phrase for at in range(len(tokens) - len(phrase) + 1))
