"""Names that two claim, and examples and words that contradict one another or can never be met."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 2, 1)
CARD, FAQ, ADVICE, COST = "cards/acme-ml.yaml", "faq/worth-it.yaml", "advice/begin.yaml", "attributes/cost.yaml"

UNSOUND = {
    "an alias that is a vendor's": (
        CARD,
        "  - acme ml\n",
        "  - acme cloud\n",
        (
            "vendors/acme.yaml:2: aliases.1: `acme cloud` is already claimed at cards/acme-ml.yaml:7; "
            "remove it from one of the two"
        ),
    ),
    "an alias that differs by a plural": (
        "outside/acme-basics.yaml",
        "[acme basics]",
        "[acme machines learning]",
        (
            "outside/acme-basics.yaml:4: aliases.1: `acme machines learning` is already claimed at "
            "cards/acme-ml.yaml:8; remove it from one of the two"
        ),
    ),
    "an alias that is listed twice": (
        CARD,
        "  - acme machine learning\n",
        "  - acme ml\n",
        (
            "cards/acme-ml.yaml:8: aliases.2: `acme ml` is already claimed at cards/acme-ml.yaml:2; "
            "remove it from one of the two"
        ),
    ),
    "an exam code that is claimed twice": (
        "not-covered.yaml",
        "PSM-001",
        "aml 101",
        (
            "not-covered.yaml:3: 1.codes.1: `aml 101` is already claimed at cards/acme-ml.yaml:9; "
            "remove it from one of the two"
        ),
    ),
    "an alias that any question may hold": (
        CARD,
        "  - acme ml\n",
        "  - certified exam\n",
        "cards/acme-ml.yaml:7: aliases.1: `certified exam` is no name; write what tells it from others, or remove it",
    ),
    "an example that stands twice": (
        ADVICE,
        "  - how do i begin\n",
        "  - Are these certifications worth it?\n",
        (
            f"{ADVICE}:4: examples.1: `Are these certifications worth it?` is already an example at {FAQ}:5; "
            "remove one of the two"
        ),
    ),
    "an example without words": (
        ADVICE,
        "how do i begin",
        '"???"',
        f"{ADVICE}:4: examples.1: `???` has no words; write a question, or remove it",
    ),
    "a slot that does not exist": (
        ADVICE,
        "how do i begin",
        "'begin {certificate}'",
        f"{ADVICE}:4: examples.1: `{{certificate}}` is no slot; did you mean `{{certification}}`?",
    ),
    "a slot with a capital": (
        ADVICE,
        "how do i begin",
        "'begin {Time}'",
        f"{ADVICE}:4: examples.1: `{{Time}}` is no slot; did you mean `{{time}}`?",
    ),
    "a word of two attributes": (
        COST,
        "[cost]",
        "[tier]",
        ("attributes/tier.yaml:3: words.1: `tier` is already among attributes/cost.yaml: words; remove one of the two"),
    ),
    "a wish for two things": (
        COST,
        "label: cost\n",
        "label: cost\nlowest: [best]\nhighest: [best]\n",
        f"{COST}:3: highest.1: `best` is already among attributes/cost.yaml: lowest; remove one of the two",
    ),
    "words for a choice that does not exist": (
        "attributes/level.yaml",
        "choices: [easy, hard]\n",
        "choices: [easy, hard]\nchoice_words: {esy: [simple]}\n",
        "attributes/level.yaml:5: choice_words.esy: `esy` is no choice, and no card has it; did you mean `easy`?",
    ),
    "a shorthand that is never met": (
        "vocabulary.yaml",
        "  ppl: people",
        "  don't: do not",
        (
            "vocabulary.yaml:2: shorthand.don't: `don't` is never met in a message; "
            "write one lower-case word, without apostrophes and signs (a slash is fine: w/o)"
        ),
    ),
    "a synonym of two words": (
        "vocabulary.yaml",
        "[cost, price]",
        "[cost, how much]",
        (
            "vocabulary.yaml:4: synonyms.1.2: `how much` is never met in a message; "
            "write one lower-case word, without apostrophes and signs"
        ),
    ),
    "a synonym in two groups": (
        "vocabulary.yaml",
        "  - [cost, price]\n",
        "  - [cost, price]\n  - [fee, price]\n",
        "vocabulary.yaml:5: synonyms.2.2: `price` is already in the group on line 4; keep it in one group",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), UNSOUND.values(), ids=UNSOUND)
def test_wording_that_does_not_fit_is_told_with_line_and_mend(
    knowledge_folder: Path, file: str, old: str, new: str, told: str
) -> None:
    path = knowledge_folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert told in [str(problem) for problem in validate(load_knowledge(knowledge_folder), TODAY)]
