"""A sound folder is read whole, and a broken one is complained of whole."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.draft import Draft

TODAY = date(2026, 2, 1)


def complaints(folder: Path) -> list[str]:
    return [str(problem) for problem in validate(load_knowledge(folder), TODAY)]


def replace(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not exactly once in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_folder_has_no_problems(knowledge_folder: Path) -> None:
    assert complaints(knowledge_folder) == []


def test_a_card_is_read_with_its_facts_and_their_source_and_date(knowledge_folder: Path) -> None:
    card = load_knowledge(knowledge_folder).knowledge.certifications["acme-ml"]
    assert (card.name, card.vendor, card.tier, card.kind) == ("Acme Machine Learning Engineer", "acme", 1, "exam")
    assert (card.aliases, card.codes) == (("acme ml", "acme machine learning"), ("AML-101",))
    reading = card.fact("cost", date(2026, 1, 9))
    assert reading is not None
    assert (reading.value, reading.text, reading.source) == ("$200", "The exam costs $200.", "guide")
    assert card.fact("cost", date(2026, 1, 8)) is None


def test_a_change_of_a_fact_is_read_from_its_day_on(knowledge_folder: Path) -> None:
    change = "\n    changes:\n      - from: 2026-05-01\n        value: $250\n        text: It costs $250 now.\n  level:"
    replace(knowledge_folder, "cards/acme-ml.yaml", "\n  level:", change)
    card = load_knowledge(knowledge_folder).knowledge.certifications["acme-ml"]
    values = [reading.value for day in (date(2026, 4, 30), date(2026, 5, 1)) if (reading := card.fact("cost", day))]
    assert values == ["$200", "$250"]
    assert complaints(knowledge_folder) == []


def test_checks_may_be_left_out(knowledge_folder: Path) -> None:
    draft = load_knowledge(knowledge_folder, with_checks=False)
    assert draft.knowledge.checks == ()
    assert validate(draft, TODAY) == []


def test_the_repositorys_own_knowledge_has_no_errors(own_draft: Draft) -> None:
    assert [str(problem) for problem in validate(own_draft, date(2026, 9, 30))] == []


def test_ten_different_mistakes_are_named_in_one_run(knowledge_folder: Path) -> None:
    folder = knowledge_folder
    replace(folder, "cards/acme-ml.yaml", "tier: 1\n", "tier: 1\nteir: 1\n")
    replace(folder, "cards/acme-ml.yaml", "  - acme machine learning\n", "  - acme cloud\n")
    replace(folder, "vendors/acme.yaml", "default: acme-ml", "default: acme-ai")
    replace(folder, "faq/worth-it.yaml", "{acme-ml.cost}", "$150")
    replace(folder, "advice/begin.yaml", "how do i begin", "a question for worth-it")
    replace(folder, "unknowns/passing-score.yaml", "nearby: [level]", "nearby: [levle]")
    replace(folder, "smalltalk/hello.yaml", "title: Greeting", "title: no")
    replace(folder, "attributes/level.yaml", "label: level\n", "label: level\nlabel: level\n")
    replace(folder, "sources.yaml", "2026-01-09", "2026-02-30")
    (folder / "requests" / "checks" / "list.yaml").unlink()
    assert complaints(folder) == [
        (
            "advice/begin.yaml:4: examples.1: `a question for worth-it` is also the check at "
            "faq/checks/worth-it.yaml:1; reword one of the two: a check must be held out"
        ),
        "attributes/level.yaml:2: label: this key is already on line 1; keep one of the two",
        "cards/acme-ml.yaml:5: teir: `teir` is no key of this file; did you mean `tier`?",
        (
            "faq/worth-it.yaml:7: answer: $150 is not what the card of Acme ML holds; "
            "refer to the card, e.g. `{acme-ml.cost}`, or correct the card"
        ),
        "requests/list.yaml:1: nothing checks this; add requests/checks/list.yaml with a few questions",
        'smalltalk/hello.yaml:1: title: `no` is read as yes or no, not as text; put it in quotes: "no"',
        "sources.yaml:3: guide.published: `2026-02-30` is no date; write year-month-day, e.g. 2026-01-31",
        "unknowns/passing-score.yaml:3: nearby.1: `levle` is not there; did you mean `level`?",
        (
            "vendors/acme.yaml:2: aliases.1: `acme cloud` is already claimed at cards/acme-ml.yaml:9; "
            "remove it from one of the two"
        ),
        "vendors/acme.yaml:3: default: `acme-ai` is not there; did you mean `acme-ml`?",
    ]


MISSING = {
    "sources.yaml": "sources.yaml:1: this file is missing; add it, see the format in docs/knowledge.md",
    "vocabulary.yaml": "vocabulary.yaml:1: this file is missing; add it, see the format in docs/knowledge.md",
    "not-covered.yaml": "not-covered.yaml:1: this file is missing; add it, see the format in docs/knowledge.md",
    "requests/list.yaml": "requests/list.yaml:1: this request is missing, and the program relies on it; "
    "add the file, with `title` and `examples`",
    "attributes/cost.yaml": "attributes/cost.yaml:1: this attribute is missing, and the program relies on it; "
    "add the file, with `label`, `asks` and `examples`",
    "vendors/acme.yaml": "vendors:1: not one file is in this folder; add at least one",
    "cards/acme-ml.yaml": "cards:1: not one file is in this folder; add at least one",
}


@pytest.mark.parametrize(("file", "told"), MISSING.items(), ids=MISSING)
def test_a_missing_file_that_the_program_needs_is_named(knowledge_folder: Path, file: str, told: str) -> None:
    (knowledge_folder / file).unlink()
    assert told in complaints(knowledge_folder)


def test_a_missing_file_of_sources_does_not_make_every_source_unknown(knowledge_folder: Path) -> None:
    (knowledge_folder / "sources.yaml").unlink()
    assert len(complaints(knowledge_folder)) == 1


STRAYS = {
    "sourcse.yaml": "sourcse.yaml:1: no such file belongs here; did you mean `sources.yaml`?",
    "cards/acme.yml": "cards/acme.yml:1: no such file belongs here; did you mean `acme.yaml`?",
    "faq/notes.txt": "faq/notes.txt:1: no such file belongs here; did you mean `notes.yaml`?",
    "faq/Worth It.yaml": "faq/Worth It.yaml:1: `Worth It` is no id, and the name of a file is one; "
    "write lower-case words joined by `-`, at most 64 characters",
    "faq/\x1b[31m.yaml": "faq/\\x1b[31m.yaml:1: `\\x1b[31m` is no id, and the name of a file is one; "
    "write lower-case words joined by `-`, at most 64 characters",
    "faq/checks/gone.yaml": "faq/checks/gone.yaml:1: there is no faq/gone.yaml to check; rename or remove the file",
    "requests/search.yaml": "requests/search.yaml:1: the program knows no such request; "
    "remove it; there are only changes, compare, explain, list, outside, overview, recommend, repeat",
    "advice/worth-it.yaml": "advice/worth-it.yaml:1: the name `worth-it` is already taken by faq/worth-it.yaml; "
    "rename one of the two files, and its file of checks",
}


@pytest.mark.parametrize(("file", "told"), STRAYS.items(), ids=[name.replace("\x1b", "ESC") for name in STRAYS])
def test_a_file_that_does_not_belong_there_is_named(knowledge_folder: Path, file: str, told: str) -> None:
    models = {"requests": "requests/list.yaml", "advice": "advice/begin.yaml"}
    model = models.get(file.split("/", maxsplit=1)[0])
    path = knowledge_folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text((knowledge_folder / model).read_text() if model else "- a question", encoding="utf-8")
    assert told in complaints(knowledge_folder)


def test_hidden_files_are_left_alone(knowledge_folder: Path) -> None:
    for name in (".DS_Store", "cards/.acme-ml.yaml.swp", "cards/.old.yaml", "faq/checks/.#worth-it.yaml"):
        (knowledge_folder / name).write_bytes(b"\xff\x00")
    assert complaints(knowledge_folder) == []


def test_a_file_in_the_place_of_a_folder_is_named(knowledge_folder: Path) -> None:
    (knowledge_folder / "conversations").write_text("- a question", encoding="utf-8")
    assert complaints(knowledge_folder) == [
        "conversations:1: a folder belongs here, not a file; rename the file",
    ]


def test_a_folder_of_something_else_gives_one_problem(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.txt").touch()
    assert [problem.what for problem in load_knowledge(tmp_path).problems] == ["this is no knowledge folder"]


def test_a_folder_that_is_not_there_gives_one_problem(tmp_path: Path) -> None:
    problems = validate(load_knowledge(tmp_path / "nowhere"), TODAY)
    assert [problem.what for problem in problems] == ["there is no such folder"]


def test_hundreds_of_strays_in_a_folder_are_summed_up(knowledge_folder: Path) -> None:
    for number in range(300):
        (knowledge_folder / "cards" / f"{number}.txt").touch()
    told = complaints(knowledge_folder)
    assert len(told) == 51
    assert told[-1 if told[-1].startswith("cards:") else 0].startswith("cards:1: 250 more files do not belong here")


def test_a_folder_that_may_not_be_read_is_named(knowledge_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    iterdir = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "faq":
            raise PermissionError(errno.EACCES, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    told = complaints(knowledge_folder)
    assert "faq:1: the folder cannot be read (Permission denied); check its permissions" in told


def test_a_file_that_may_not_be_read_is_named(knowledge_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> NoReturn:
        raise PermissionError(errno.EACCES, f"Permission denied ({mode})", path)

    monkeypatch.setattr(Path, "open", refuse)
    told = (
        "sources.yaml:1: the file cannot be read (Permission denied (rb)); check that it is there and its permissions"
    )
    assert told in complaints(knowledge_folder)


def test_a_source_that_is_missing_is_told_beside_one_with_a_wrong_date(knowledge_folder: Path) -> None:
    sources, faq = knowledge_folder / "sources.yaml", knowledge_folder / "faq" / "worth-it.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("2026-01-09", "2026-01-39"), encoding="utf-8")
    faq.write_text(faq.read_text(encoding="utf-8").replace("source: guide", "source: giude"), encoding="utf-8")
    told = [str(problem) for problem in load_knowledge(knowledge_folder).problems]
    assert any("`2026-01-39` is no date" in one for one in told)
    assert any("`giude` is no source; did you mean `guide`?" in one for one in told)
