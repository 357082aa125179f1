"""Accuracy, honesty and speed of the matcher on a data set, with a naive baseline in the same run.

    python -m benchmarks.matcher --train T.jsonl --test V.jsonl [--shots K] [--seed S] [--typos] [--held-out-intents F]
        [--encoder universal]

Prints one JSON object. Thresholds and calibration come from the training examples alone.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.data import Labelled, by_intent, hold_out, mistype, out_of_scope_unless, read, sample
from benchmarks.measures import Timed, auroc, calibration_error, peak_rss_mb, timed
from benchmarks.naive import Naive
from bot.adapters.sentence_encoder import open_encoder
from bot.nlu.matcher import Outcome, Ranking, build_matcher, outcome_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.nlu.matcher import SentenceEncoder
    from bot.nlu.matcher.outcome import Thresholds

NAIVE_QUERIES = 500
"""The naive baseline is timed on so many of the utterances, but judged on all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark and prints its JSON object."""
    options = _parser().parse_args(arguments)
    examples = by_intent(read(options.train))
    if options.held_out_intents:
        examples = hold_out(examples, options.held_out_intents, options.seed)
    if options.shots:
        examples = sample(examples, options.shots, options.seed)
    test = out_of_scope_unless(read(options.test), examples)
    dice = random.Random(options.seed)
    texts = [mistype(each.text, dice) if options.typos else each.text for each in test]
    report = _measure(examples, test, texts, open_encoder(options.encoder))
    if options.naive:
        report |= _compare(report, examples, test, texts)
    json.dump(report, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.matcher", description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--shots", type=int, default=0, help="examples an intent; all when left out")
    parser.add_argument("--seed", type=int, default=1, help="of the sample, of the held-out intents and of the typos")
    parser.add_argument("--typos", action="store_true", help="one edit in one or two words of every test utterance")
    parser.add_argument(
        "--held-out-intents", type=float, default=0.0, help="share of intents made out of scope, 0 to 1"
    )
    parser.add_argument("--encoder", default="off", help="as CERTWISE_ENCODER: universal or off")
    parser.add_argument("--no-naive", dest="naive", action="store_false", help="leave the naive baseline out")
    return parser


def _measure(
    examples: dict[str, list[str]], test: list[Labelled], texts: list[str], encoder: SentenceEncoder | None
) -> dict[str, object]:
    wall, cpu = time.perf_counter(), time.process_time()
    matcher = build_matcher(examples, encoder=encoder)
    built = {"build_seconds": time.perf_counter() - wall, "build_cpu_seconds": time.process_time() - cpu}
    answers = timed(matcher.rank, texts)
    memory = peak_rss_mb()
    return {
        "examples": sum(map(len, examples.values())),
        "intents": len(examples),
        "utterances": len(test),
        **_judge(answers.answers, test, matcher.thresholds),
        **built,
        **_speed(answers),
        "peak_rss_mb": memory,
    }


def _judge(rankings: list[Ranking], test: list[Labelled], thresholds: Thresholds) -> dict[str, float | None]:
    best = [ranking.best for ranking in rankings]
    right = [found is not None and found.intent == each.intent for found, each in zip(best, test, strict=True)]
    inside = [each.intent is not None for each in test]
    accepted = [outcome_of(ranking, thresholds) is not Outcome.FALLBACK for ranking in rankings]
    outside = len(test) - sum(inside)
    confidences = [found.confidence if found else 0.0 for found in best]
    return {
        "accuracy_in_scope": sum(right) / sum(inside),
        "accuracy_in_scope_with_threshold": sum(r and a for r, a in zip(right, accepted, strict=True)) / sum(inside),
        "oos_recall": sum(not a and not i for a, i in zip(accepted, inside, strict=True)) / outside
        if outside
        else None,
        "auroc": auroc([ranking.in_scope for ranking in rankings], inside),
        "auroc_of_best_confidence": auroc(confidences, inside),
        "expected_calibration_error": calibration_error(confidences, right),
    }


def _speed(answers: Timed[object] | Timed[Ranking] | Timed[tuple[str, float]]) -> dict[str, float]:
    return {"query_ms_p50": answers.percentile(50), "query_ms_p99": answers.percentile(99)}


def _compare(
    report: dict[str, object], examples: dict[str, list[str]], test: list[Labelled], texts: list[str]
) -> dict[str, object]:
    naive = Naive(examples)
    answers = timed(naive.rank, texts[:NAIVE_QUERIES])
    answers.answers.extend(naive.rank(text) for text in texts[NAIVE_QUERIES:])
    inside = [each.intent is not None for each in test]
    right = [found == each.intent for (found, _), each in zip(answers.answers, test, strict=True)]
    accuracy = sum(right) / sum(inside)
    speed = _speed(answers)
    return {
        "naive": {"accuracy_in_scope": accuracy, "auroc": auroc([s for _, s in answers.answers], inside), **speed},
        "accuracy_over_naive": float(str(report["accuracy_in_scope"])) / accuracy,
        "times_faster_than_naive_p50": speed["query_ms_p50"] / float(str(report["query_ms_p50"])),
    }


if __name__ == "__main__":
    raise SystemExit(main())
