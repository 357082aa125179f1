"""``certwise why``."""

from __future__ import annotations

import pytest

from bot.cli import run

pytestmark = pytest.mark.usefixtures("chosen")


def test_entities_ranking_thresholds_and_decision_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "--as-of", "2026-01-09", "cost of aurora"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Utterance   cost of aurora"
    assert "  certification Aurora" in lines
    assert "  attribute     Cost" in lines
    assert any(line.endswith("fact: Cost") for line in lines)
    assert any("attributes/cost" in line for line in lines)
    assert any(line.startswith("Bars  ") for line in lines)
    assert "Decision    answer" in lines
    action = lines.index("Action      TellFacts")
    assert [line.split() for line in lines[action + 1 : action + 3]] == [
        ["certifications", "aurora"],
        ["attributes", "cost"],
    ]
    assert "Reply       answer by cost" in lines
    assert "Aurora: It costs about $200." in lines


def test_what_was_said_before_is_taken_into_account_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "--as-of", "2026-01-09", "cost of aurora", "cost?"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Utterance   cost?"
    assert "Before      cost: Aurora" in lines
    assert "Aurora: It costs about $200." in lines


def test_what_spoke_for_an_intent_is_told_in_the_light_of_what_was_said_before(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CERTWISE_KNOWLEDGE")
    assert run(["why", "how much is the google ml exam?", "and how hard is it?"]) == 0
    assert "[after" in capsys.readouterr().out


def test_a_list_shows_what_it_was_chosen_by(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CERTWISE_KNOWLEDGE")
    assert run(["why", "--as-of", "2026-01-09", "cheapest tier 1 cert not from google"]) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert ["Action", "Browse"] in lines
    assert ["wanted", "tiers 1; vendors_out google; extreme attribute cost; sense lowest"] in lines


def test_control_characters_are_shown_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "cost\nof \x1b[31maurora"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Utterance   cost of \ufffd[31maurora\n")
    assert "\x1b" not in out


def test_an_empty_question_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", " "]) == 2
    assert run(["why", "cost of aurora", ""]) == 2
    assert capsys.readouterr().err == 2 * "certwise: the question is empty; write one in quotes\n"


def test_rules_scores_and_what_is_out_are_shown_for_a_person_who_tells_of_themselves(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CERTWISE_KNOWLEDGE")
    assert run(["why", "--as-of", "2026-01-09", "nurse, no coding, 100 dollars at most"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Situation   never-coded, role-care-teaching" in lines
    assert any(line.startswith("  rule      role-care-teaching: google-ai-essentials +3, ") for line in lines)
    assert "  score       5  google-ai-essentials" in lines
    assert "  out         2  ibm-ai-engineering: it is $50 over your budget" in lines
