"""What to do with a message: which of the readings to answer, or to ask back, or to admit not to know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.application.answerable import act_here, answer_of, possible
from bot.application.outright import wanted_outright
from bot.application.weighing import in_context
from bot.domain.acts import Act
from bot.domain.entry import Answer

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.entry import Entry
    from bot.nlu.understanding import Intent

ANSWER_FROM = 0.3
"""From this confidence on the likeliest reading is answered; below it is asked back."""
REFUSE_FROM = 0.2
"""The same for a refusal, which does less harm where it is wrong; ASK_FROM where nothing was named."""
ASK_FROM = 0.12
"""Below this confidence of every reading it is admitted that nothing is known."""
ITSELF = 0.8
"""From this share of the confidence in any advice on, a written entry about people in some situation is given itself,
rather than advice made for the person."""
EXTREME = 0.2
"""Added to the confidence in a list where the most of something is wanted and nothing was named, now or before."""
WORDED = 0.3
"""Added to the confidence in a fact whose words were used, where it is known of what: cross-validated on whole
conversations 1.6 points more later messages are right, and 0.3 fewer wrong."""
REFUSALS = frozenset({Act.ASIDE, Act.UNKNOWN, Act.OUTSIDE})


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
    outright = wanted_outright(turn)
    if outright is not None:
        return Decision(Outcome.ANSWER, (Option(outright, turn.knowledge.entries[outright.value], 1.0),))
    groups: dict[tuple[Act, str], list[Intent]] = defaultdict(list)
    total = 0.0
    for intent in in_context(turn):
        act = act_here(turn, intent.entry)
        if possible(turn, act, intent):
            total += intent.confidence
            groups[act, answer_of(act, intent.entry)].append(intent)
    options = [_by_words(turn, _option(act, members, total)) for (act, _), members in groups.items()]
    ranked = tuple(sorted(options, key=lambda option: -option.confidence))
    return Decision(_outcome(turn, ranked), ranked)


def _by_words(turn: Turn, option: Option) -> Option:
    """An option, likelier where words speak for it that only it has: those of a fact, or of the most of something."""
    more = 0.0
    if option.act is Act.FACT and option.entry.id in turn.recognition.attributes and (turn.named or turn.spoken_of):
        more = WORDED
    elif option.act is Act.LIST and turn.recognition.superlatives and not turn.named and not turn.spoken_of:
        more = EXTREME
    return replace(option, confidence=min(option.confidence + more, 1.0))


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
