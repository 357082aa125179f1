"""Which of the certifications that were compared suits somebody: "which of them for a beginner?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.catalogue import REFERRING
from bot.application.handlers.reverse import FUNCTION_WORDS, SEARCHED
from bot.application.naming import COMPARE
from bot.application.words import CERTIFICATIONS, LEADING
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification, Reading
    from bot.domain.message import Session

TELLING = (*SEARCHED, "recognition", "free", "prerequisites", "level", "verdict", "career-effect", "preparation")
"""Attributes in whose texts a word may tell one certification from another."""
TELLING_WORDS = ("certificate", "retired", "hard", "easy")
"""Words that find nothing among all certifications and yet may tell a few apart."""
VERBS = frozenset(
    {"want", "wants", "need", "needs", "use", "uses", "give", "gives", "take", "takes", "cover", "covers"}
)
LEAST, MOST = 2, 5
"""How many certifications one can be chosen from."""
LONGEST = 12
"""Tokens of such a question."""
AUDIENCE = "audience"
SHORTEST = 3
"""Letters of a word that tells one certification from another."""
LONGEST_WORD = 40
STEM = 7
"""Letters by which words of a text are held to be one: "specialise", "specialized"."""


def answer_choice(context: Context) -> Reply | None:
    """The one of those compared that suits; None where nothing tells, or where it is not that question."""
    session, recognition = context.session, context.understanding.recognition
    ids = _spoken_of(session, recognition.tokens) if session else ()
    if session is None or len(ids) < LEAST:
        return None
    if recognition.entities or recognition.attributes or recognition.criteria or len(recognition.tokens) > LONGEST:
        return None
    said = [token for token in recognition.tokens if token not in LEADING]
    general = said[:1] in (["which"], ["what"]) and CERTIFICATIONS.difference({"one"}).intersection(said[1:2])
    if general or not {"which", "who", "what", "for", "suits"}.intersection(recognition.tokens):
        return None
    among = [context.knowledge.certifications[name] for name in ids]
    found = _by_words(context, among) or _by_advice(context, among)
    return _reply(context, found[0], found[1], among) if found else None


def _spoken_of(session: Session, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the certifications to choose from: compared, or listed or named together and referred to."""
    if session.topic == COMPARE:
        return session.certifications
    said = tuple(token for token in tokens if token not in LEADING)
    referred = REFERRING.intersection(tokens) or said[:2] in (("which", "is"), ("which", "one"))
    few = session.listed or session.row
    return few if referred and len(few) <= MOST and session.row else ()


def _by_advice(context: Context, among: list[Certification]) -> tuple[Certification, str] | None:
    """The adviser's choice among them, and its reason."""
    told = context.understanding.profile
    if not told.situation:
        return None
    for choice in context.adviser.advise(told, context.day).choices:
        if choice.card in among:
            return choice.card, "; ".join(rule.reason for rule in choice.reasons[:2])
    return None


def _by_words(context: Context, among: list[Certification]) -> tuple[Certification, str] | None:
    """The only one whose facts hold a word of the question that the others' lack: as it stands, else by its stem."""
    said = set(context.understanding.recognition.tokens) - FUNCTION_WORDS.difference(TELLING_WORDS) - VERBS
    for letters in (LONGEST_WORD, STEM):
        asked = {fold(token)[:letters] for token in said if len(token) >= SHORTEST}
        held = {card.id: _words(" ".join(one.text for one in _readings(context, card)), letters) for card in among}
        telling = {word for word in asked if 0 < sum(word in words for words in held.values()) < len(among)}
        hits = [card for card in among if telling & held[card.id]]
        if len(hits) == 1:
            told = max(
                _readings(context, hits[0]), key=lambda one: len(telling & _words(one.text, letters)), default=None
            )
            return hits[0], context.say(told.text if told else hits[0].summary)
    return None


def _readings(context: Context, card: Certification) -> list[Reading]:
    return [reading for name in TELLING if (reading := context.reading(card, name))]


def _words(text: str, letters: int) -> set[str]:
    return {fold(token)[:letters] for token in tokenise(text)}


def _reply(context: Context, pick: Certification, reason: str, among: list[Certification]) -> Reply:
    others = [card for card in among if card != pick]
    lines = [f"Of these, {pick.name}: {reason.rstrip('.')}."]
    lines += [f"- {card.short}: {reading.value}" for card in others if (reading := context.reading(card, AUDIENCE))]
    sources = [reading.source for card in among if (reading := context.reading(card, AUDIENCE))]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(lines),
        topic=COMPARE,
        certifications=tuple(card.id for card in (pick, *others)),
        confidence=context.confidence,
        notices=context.notices(among),
        citations=context.cite(sources),
        page=pick.page,
    )
