"""``certwise why``: how a question, and what was said before it, is understood."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from bot.adapters.terminal_chat.harmless import harmless, one_line
from bot.application.deciding import ANSWER_FROM, ASK_FROM, REFUSE_FROM
from bot.application.plain import plain_text
from bot.cli.main import clock
from bot.cli.opening import open_assistant, question_of
from bot.domain.message import Message
from bot.recommender import weight_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from bot.application.assistant import Assistant, Trace
    from bot.application.routing import Route
    from bot.application.turn import Turn
    from bot.application.voice import Voice

SHOWN_INTENTS = 5
SHOWN_FEATURES = 8
LONG = frozenset({"suggestions", "profile", "people"})
"""Parts of an action that the reply, or what was told of the person, shows anyway."""


def run(options: Namespace) -> int:
    """Explain the last message of a conversation."""
    *before, question = [question_of(text) for text in options.text]
    now = clock(options)
    assistant = open_assistant(now.date())
    for utterance in before:
        assistant.reply(Message(utterance, "why", now))
    trace = assistant.trace(Message(question, "why", now))
    print(harmless("\n".join(_lines(assistant, trace))))
    return 0


def _lines(assistant: Assistant, trace: Trace) -> Iterator[str]:
    turn = trace.turn
    yield f"Utterance   {one_line(turn.understanding.utterance)[:200]}"
    yield from _read(turn, trace.voice)
    yield "Ranking"
    for intent in turn.understanding.intents[:SHOWN_INTENTS]:
        kind = intent.entry.kind.value
        yield f"  {intent.confidence:.3f}  {kind}/{intent.entry.id}  (similarity {intent.similarity:.3f})"
        if not turn.understanding.read_as:
            yield from _reasons(assistant, turn, intent.entry.id)
    yield from _advice(turn, trace.voice)
    yield from _decision(trace.route)
    yield f"Reply       {trace.reply.kind.value} by {trace.reply.topic or 'fallback'}"
    yield from ("", plain_text(trace.reply))


def _read(turn: Turn, voice: Voice) -> Iterator[str]:
    """What was recognised, and what was spoken of before."""
    recognition = turn.recognition
    yield f"Understood  {' '.join(recognition.tokens)}"
    if turn.understanding.read_as:
        yield f"  read as   {turn.understanding.read_as}"
    for typed, meant in turn.understanding.repairs:
        yield f"  repaired  {typed} -> {meant}"
    if turn.session:
        spoken_of = [card.short for card in voice.cards(turn.session.certifications)]
        yield f"Before      {turn.session.topic or 'nothing answered'}: {', '.join(spoken_of) or 'no certification'}"
    yield "Entities"
    for entity in recognition.entities:
        yield f"  {entity.kind.value:<14}{entity.text}{' (ruled out)' if entity.negated else ''}"
    for name in recognition.attributes:
        yield f"  {'attribute':<14}{voice.label(name)}"
    for criterion in recognition.criteria:
        wish = f"{criterion.sense} {criterion.attribute} {criterion.value}".strip()
        yield f"  {'criterion':<14}{wish}{' (ruled out)' if criterion.negated else ''}"
    for cue in sorted(turn.cues):
        yield f"  {'cue':<14}{cue}"


def _decision(route: Route) -> Iterator[str]:
    """The act with its runner-ups and the bars, and the target."""
    if route.decision is not None:
        yield "Readings"
        for option in route.decision.options[:SHOWN_INTENTS]:
            yield f"  {option.confidence:.3f}  {option.act.value}: {option.entry.title}"
        yield f"Bars        asked back >= {ASK_FROM}, answered >= {ANSWER_FROM}, refused >= {REFUSE_FROM}"
    yield f"Decision    {route.because}"
    yield f"Action      {type(route.action).__name__}"
    for field in fields(route.action):
        value = getattr(route.action, field.name)
        if value and field.name not in LONG:
            yield f"  {field.name:<16}{_shown(value)}"


def _shown(value: object) -> str:
    """A part of an action: names as they are, of other values the parts that say something."""
    if isinstance(value, (tuple, frozenset)):
        parts = [_shown(part) for part in value]
        return ", ".join(parts if isinstance(value, tuple) else sorted(parts))
    if is_dataclass(value):
        told = ((field, getattr(value, field.name)) for field in fields(value))
        return "; ".join(f"{field.name} {_shown(part)}" for field, part in told if part and part != field.default)
    return str(value)


def _advice(turn: Turn, voice: Voice) -> Iterator[str]:
    """What was said of the person, the rules that fire by it, and each certification's score."""
    profile = turn.learners.profile
    yield f"Situation   {', '.join(sorted(profile.shows)) or 'nothing told'}"
    if profile.is_empty:
        return
    advice = voice.adviser.advise(profile, voice.day)
    for rule in advice.applied:
        weight = weight_of(rule, profile)
        points = [f"{card} {weight * number:+d}" for card, number in rule.prefers.items()]
        points += [f"{card} {-weight * number:+d}" for card, number in rule.avoids.items()]
        points += [f"{card} out" for card in rule.excludes]
        yield f"  rule      {rule.id}: {', '.join(points) or 'no points'}"
    for choice in advice.choices:
        yield f"  score     {choice.score:3d}  {choice.card.id}"
    for choice, why in advice.excluded:
        yield f"  out       {choice.score:3d}  {choice.card.id}: {why}"


def _reasons(assistant: Assistant, turn: Turn, intent: str) -> Iterator[str]:
    explanation = assistant.understander.explain(turn.understanding, intent)
    spoke = [f"{feature} {weight:+.2f}" for feature, weight in explanation.features[:SHOWN_FEATURES]]
    if spoke:
        yield f"         words: {', '.join(spoke)}"
    for example, similarity in explanation.nearest_examples[:1]:
        yield f"         nearest example: {example} ({similarity:.2f})"
