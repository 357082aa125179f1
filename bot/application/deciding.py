"""What to do with a message: which of the readings to answer, or to ask back, or to admit not to know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.application.selecting import SORTING
from bot.application.telling import YES_OR_NO
from bot.application.weighing import in_context
from bot.domain.acts import Act, act_of
from bot.domain.entry import Answer, EntryKind
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.entry import Entry
    from bot.nlu.understanding import Intent

ANSWER_FROM = 0.3
"""From this confidence on the likeliest reading is answered; below it is asked back."""
REFUSE_FROM = 0.2
"""The same for a refusal, which does less harm where it is wrong; ASK_FROM where nothing was named."""
OFFER_BELOW = 0.6
"""Below this confidence an answer is followed by the reading that came second, if that is near."""
ASK_FROM = 0.12
"""Below this confidence of every reading it is admitted that nothing is known."""
ITSELF = 0.8
"""From this share of the confidence in any advice on, a written entry about people in some situation is given itself,
rather than advice made for the person."""
READ = 0.2
"""Added to the confidence in a list where the most of something is wanted and nothing was named, now or before."""
REFUSALS = frozenset({Act.ASIDE, Act.UNKNOWN, Act.OUTSIDE})
TIER = "tier"
FEW_WORDS = 6
"""Up to this many tokens a message that names the most or the least of something asks for nothing else."""
NEAR = 0.12
"""From this confidence on a second reading is worth offering."""


class Outcome(StrEnum):
    """What is done with a message."""

    ANSWER = "answer"
    ASK = "ask back"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Option:
    """A reading of a message: what would be answered, and all intents that this answer would serve."""

    act: Act
    entry: Entry
    """The likeliest of them."""
    confidence: float
    """The probability that any of them is right, 0..1."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with a message."""

    outcome: Outcome
    options: tuple[Option, ...]
    """Best first."""

    @property
    def best(self) -> Option | None:
        """The likeliest reading."""
        return self.options[0] if self.options else None


def decide(turn: Turn) -> Decision:
    """Weigh the readings; those whose answer cannot be made are left out, those with the same answer are one."""
    outright = _outright(turn)
    if outright is not None:
        return Decision(Outcome.ANSWER, (Option(outright, turn.knowledge.entries[outright.value], 1.0),))
    groups: dict[tuple[Act, str], list[Intent]] = defaultdict(list)
    total = 0.0
    for intent in in_context(turn):
        act = _act(turn, intent.entry)
        if _possible(turn, act, intent.confidence):
            total += intent.confidence
            groups[act, _answer(act, intent.entry)].append(intent)
    options = [_option(act, members, total) for (act, _), members in groups.items()]
    if turn.recognition.superlatives and not turn.named and not turn.spoken_of:
        options = [replace(one, confidence=min(one.confidence + READ * (one.act is Act.LIST), 1.0)) for one in options]
    ranked = tuple(sorted(options, key=lambda option: -option.confidence))
    return Decision(_outcome(turn, ranked), ranked)


def _outright(turn: Turn) -> Act | None:
    """What is wanted whatever the words are like: by a bare name, by "200 more"."""
    recognition, session = turn.recognition, turn.session
    if all(is_slot(token) for token in recognition.tokens) and turn.named:
        return Act.OVERVIEW if session is None or not session.attributes else None
    if SORTING in turn.cues and not turn.named and (recognition.attributes or recognition.superlatives):
        return Act.LIST
    if turn.learners.budget_moved and not turn.named and not turn.opens(YES_OR_NO):
        return Act.RECOMMEND
    return None


def _leans(turn: Turn) -> bool:
    """Whether a message in another language, whose short words tell little, is about what was spoken of before."""
    understanding = turn.understanding
    return bool(understanding.read_as) and not understanding.recognition.entities and turn.spoken_of


def _names_something(turn: Turn) -> bool:
    """Whether what was named speaks of certifications, so that another subject is the less likely."""
    recognition = turn.recognition
    return bool(recognition.entities or recognition.criteria)


def _option(act: Act, members: list[Intent], total: float) -> Option:
    """A reading; an entry for people in some situation that is far likelier than advice is given itself."""
    best = members[0].entry
    confidence = sum(one.confidence for one in members)
    written = isinstance(best, Answer) and not best.recommends
    if act is Act.RECOMMEND and written and members[0].confidence > ITSELF * confidence:
        act = Act.ENTRY
    return Option(act, best, confidence / max(total, 1e-9))


def _outcome(turn: Turn, options: tuple[Option, ...]) -> Outcome:
    if not options or options[0].confidence < ASK_FROM:
        return Outcome.DECLINE
    bar = ANSWER_FROM
    if options[0].act in REFUSALS:
        bar = REFUSE_FROM if _names_something(turn) else ASK_FROM
    return Outcome.ANSWER if options[0].confidence >= bar else Outcome.ASK


def _act(turn: Turn, entry: Entry) -> Act:
    """How an entry would be answered here, for what was named and told."""
    act = act_of(entry)
    outside = turn.recognition.of(EntityKind.OUTSIDE)
    if outside and not turn.named and act in (Act.FACT, Act.OVERVIEW, Act.LIST, Act.COMPARE):
        return Act.OUTSIDE
    if isinstance(entry, Answer):
        tiers = {one.value for one in turn.recognition.of(EntityKind.TIER) if not one.negated}
        if entry.attribute == TIER and len(tiers) == 1:
            return Act.ENTRY if tiers.intersection(entry.title) else Act.LIST
        if entry.attribute and (turn.named or _leans(turn)):
            return Act.FACT
        own = any(not one.vendor for one in turn.recognition.of(EntityKind.CERTIFICATION))
        told = _tells_of_oneself(turn) and not own
        if (entry.recommends or entry.situational) and told:
            return Act.RECOMMEND
    return act


def _tells_of_oneself(turn: Turn) -> bool:
    """Whether a message says something of the person; after advice the name of a platform does: "we use aws"."""
    profile, session = turn.understanding.profile, turn.session
    return bool(profile.situation or (session is not None and session.advising and profile.shows))


def _answer(act: Act, entry: Entry) -> str:
    """What tells the answers of one act apart."""
    match act:
        case Act.FACT:
            return entry.attribute if isinstance(entry, Answer) else entry.id
        case Act.ASIDE:
            return entry.id if entry.kind is EntryKind.SMALLTALK else entry.kind.value
        case Act.ENTRY | Act.UNKNOWN:
            return entry.id
        case _:
            return ""


def _possible(turn: Turn, act: Act, confidence: float) -> bool:
    """Whether it can be answered; a question about the answer before can, if there was one or it is surely one."""
    session, recognition = turn.session, turn.recognition
    if act in (Act.EXPLAIN, Act.REPEAT):
        return (session is not None and bool(session.topic)) or confidence >= OFFER_BELOW
    if act is Act.RECOMMEND and recognition.superlatives and len(recognition.tokens) <= FEW_WORDS:
        return session is not None and session.advising  # "the cheapest?" asks for a list
    if act is Act.COMPARE:
        named = (*recognition.of(EntityKind.CERTIFICATION), *recognition.of(EntityKind.VENDOR))
        before = len(session.recent) if session else 0
        return len(named) + before > 1 or bool(recognition.superlatives) or act.value in recognition.requests
    return True
