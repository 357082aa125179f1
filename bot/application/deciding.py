"""What to do with a message: which of the readings to answer, or to ask back, or to admit not to know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.application.advising import tells_limit
from bot.application.naming import RECOMMEND
from bot.application.selecting import AT_LARGE, SORTING
from bot.application.subject import IT
from bot.application.telling import YES_OR_NO
from bot.application.weighing import in_context
from bot.domain.acts import Act, act_of
from bot.domain.entry import Answer, EntryKind
from bot.nlu.profiling import wants_exam
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
WORDED = 0.3
"""Added to the confidence in a fact whose words were used, where it is known of what: cross-validated on whole
conversations 1.6 points more later messages are right, and 0.3 fewer wrong."""
REFUSALS = frozenset({Act.ASIDE, Act.UNKNOWN, Act.OUTSIDE})
LISTED = frozenset({Act.FACT, Act.LIST, Act.OVERVIEW, Act.COMPARE, Act.EXPLAIN})
"""What is asked of a tier that a list of it answers."""
TIER = "tier"
EXAM_WORDS = 5
"""Up to this many tokens a message that speaks of exams wishes nothing else: "certs without an exam"."""
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
        if _possible(turn, act, intent.confidence) and not _one_of_tiers(turn, intent.entry):
            total += intent.confidence
            groups[act, _answer(act, intent.entry)].append(intent)
    options = [_option(act, members, total) for (act, _), members in groups.items()]
    if turn.recognition.superlatives and not turn.named and not turn.spoken_of:
        options = [replace(one, confidence=min(one.confidence + READ * (one.act is Act.LIST), 1.0)) for one in options]
    words = turn.recognition.attributes if turn.named or turn.spoken_of else ()
    options = [_worded(one, words) for one in options]
    ranked = tuple(sorted(options, key=lambda option: -option.confidence))
    return Decision(_outcome(turn, ranked), ranked)


def _worded(option: Option, words: tuple[str, ...]) -> Option:
    """An option, likelier where it is a fact whose own words were used."""
    said = option.act is Act.FACT and option.entry.id in words
    return replace(option, confidence=min(option.confidence + WORDED, 1.0)) if said else option


def _outright(turn: Turn) -> Act | None:
    """What is wanted whatever the words are like: by a bare name, by "200 more"."""
    recognition, session = turn.recognition, turn.session
    if all(is_slot(token) for token in recognition.tokens) and turn.named:
        return Act.OVERVIEW if session is None or not session.attributes else None
    if not turn.named and not recognition.attributes and any(wish.place > 1 for wish in recognition.superlatives):
        return Act.LIST
    if turn.same_tier and not turn.named and _lists_tier(turn):
        return Act.LIST
    if SORTING in turn.cues and not turn.named and (recognition.attributes or recognition.superlatives):
        return Act.LIST
    if _wishes_exam_alone(turn):
        return Act.LIST
    if tells_limit(turn):
        return Act.RECOMMEND
    if turn.learners.budget_moved and not turn.named and not turn.opens(YES_OR_NO):
        return Act.RECOMMEND
    return None


def _wishes_exam_alone(turn: Turn) -> bool:
    """Whether nothing is wished but that it be an exam, or none: "certs without an exam"; not after advice."""
    if wants_exam(turn.cues) is None or turn.named or RECOMMEND in turn.recognition.requests:
        return False
    after = turn.session is not None and turn.session.advising
    return not after and len(turn.recognition.tokens) <= EXAM_WORDS


def _lists_tier(turn: Turn) -> bool:
    """Whether what is asked of "that tier" can be told in a list of it."""
    best = turn.understanding.best.entry if turn.understanding.best else None
    return best is not None and (act_of(best) in LISTED or (isinstance(best, Answer) and best.attribute == TIER))


def _leans(turn: Turn) -> bool:
    """Whether a message in another language, whose short words tell little, is about what was spoken of before."""
    understanding = turn.understanding
    return bool(understanding.read_as) and not understanding.recognition.entities and turn.spoken_of


def _of_it(turn: Turn, attribute: str) -> bool:
    """Whether it is asked of the one certification spoken of last, whose card tells it: "does it get me a job"."""
    session = turn.session
    if session is None or len(session.certifications) != 1 or turn.cues & AT_LARGE:
        return False
    dated = bool(turn.recognition.dates) or turn.understanding.profile.hours_a_week is not None
    known = turn.knowledge.certifications[session.certifications[0]].fact(attribute, turn.day)
    return known is not None and (IT in turn.cues or dated)


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
        if entry.attribute == TIER and len(turn.tiers) == 1:
            return Act.ENTRY if set(turn.tiers).intersection(entry.title) else Act.LIST
        of_it = not entry.recommends and _of_it(turn, entry.attribute or "")
        if entry.attribute and (turn.named or _leans(turn) or of_it):
            return Act.FACT
        own = any(not one.vendor for one in turn.recognition.of(EntityKind.CERTIFICATION))
        told = _tells_of_oneself(turn) and not own
        if (entry.recommends or entry.situational) and told:
            return Act.RECOMMEND
    return act


def _one_of_tiers(turn: Turn, entry: Entry) -> bool:
    """Whether it is about a single tier where several are named."""
    about = isinstance(entry, Answer) and entry.attribute == TIER
    return about and len(turn.tiers) > 1 and bool(set(turn.tiers).intersection(entry.title))


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
        if recognition.of(EntityKind.TIER) and not named:  # "tier 1 vs tier 2": no certifications
            return False
        before = len(session.recent) if session else 0
        return len(named) + before > 1 or bool(recognition.superlatives) or act.value in recognition.requests
    return True
