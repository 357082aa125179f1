"""``certwise why``: how a question is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.terminal_chat.harmless import harmless, one_line
from bot.application.deciding import ANSWER_FROM, ASK_FROM, decide
from bot.application.plain import plain_text
from bot.cli.main import clock
from bot.cli.opening import open_assistant, question_of
from bot.domain.message import Message
from bot.recommender import weight_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from bot.application.assistant import Assistant, Trace
    from bot.application.context import Context

SHOWN_INTENTS = 5
SHOWN_FEATURES = 8


def run(options: Namespace) -> int:
    """Explain one question."""
    question = question_of(options.text)
    now = clock(options)
    assistant = open_assistant(now.date())
    trace = assistant.trace(Message(question, "why", now))
    print(harmless("\n".join(_lines(assistant, trace))))
    return 0


def _lines(assistant: Assistant, trace: Trace) -> Iterator[str]:
    understanding, context = trace.understanding, trace.context
    recognition = understanding.recognition
    yield f"Utterance   {one_line(understanding.utterance)[:200]}"
    yield f"Understood  {' '.join(recognition.tokens)}"
    if understanding.read_as:
        yield f"  read as   {understanding.read_as}"
    for typed, meant in understanding.repairs:
        yield f"  repaired  {typed} -> {meant}"
    yield "Entities"
    for entity in recognition.entities:
        yield f"  {entity.kind.value:<14}{entity.text}{' (ruled out)' if entity.negated else ''}"
    for name in recognition.attributes:
        yield f"  {'attribute':<14}{context.label(name)}"
    for criterion in recognition.criteria:
        wish = f"{criterion.sense} {criterion.attribute} {criterion.value}".strip()
        yield f"  {'criterion':<14}{wish}{' (ruled out)' if criterion.negated else ''}"
    yield "Ranking"
    for intent in understanding.intents[:SHOWN_INTENTS]:
        kind = intent.entry.kind.value
        yield f"  {intent.confidence:.3f}  {kind}/{intent.entry.id}  (similarity {intent.similarity:.3f})"
        if not understanding.read_as:
            yield from _reasons(assistant, trace, intent.entry.id)
    yield "Readings"
    for option in decide(context).options[:SHOWN_INTENTS]:
        yield f"  {option.confidence:.3f}  {option.act.value}: {option.entry.title}"
    yield f"Bars        asked back >= {ASK_FROM}, answered >= {ANSWER_FROM}"
    yield from _advice(context)
    yield f"Subject     {', '.join(card.short for card in context.cards) or 'none'}"
    yield f"Decision    {trace.reply.kind.value} by {trace.reply.topic or 'fallback'}"
    yield from ("", plain_text(trace.reply))


def _advice(context: Context) -> Iterator[str]:
    """What was said of the person, the rules that fire by it, and each certification's score."""
    profile = context.profile
    yield f"Situation   {', '.join(sorted(profile.shows)) or 'nothing told'}"
    if profile.is_empty:
        return
    advice = context.adviser.advise(profile, context.day)
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


def _reasons(assistant: Assistant, trace: Trace, intent: str) -> Iterator[str]:
    explanation = assistant.understander.explain(trace.understanding, intent)
    spoke = [f"{feature} {weight:+.2f}" for feature, weight in explanation.features[:SHOWN_FEATURES]]
    if spoke:
        yield f"         words: {', '.join(spoke)}"
    for example, similarity in explanation.nearest_examples[:1]:
        yield f"         nearest example: {example} ({similarity:.2f})"
