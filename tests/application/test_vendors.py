"""What a vendor's name stands for: its certification, or all that it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.actions import Browse, TellFacts
from tests.application.conversing import LATER, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

ESSENTIALS, GOOGLE = "google-ai-essentials", "google-professional-ml-engineer"
GENAI, AZURE, DATABRICKS = "aws-generative-ai-developer", "azure-ai-engineer-associate", "databricks-ml-professional"


@pytest.mark.parametrize(
    ("utterance", "first"),
    [
        ("cheapest google cert", ESSENTIALS),
        ("quickest google one", ESSENTIALS),
        ("hardest google exam", GOOGLE),
        ("which google cert is hardest", GOOGLE),
        ("the least expensive coursera cert", ESSENTIALS),
        ("whats the cheapest aws exam", GENAI),
        ("cheapest databricks cert", DATABRICKS),
    ],
)
def test_the_most_or_least_of_something_is_looked_for_among_all_of_a_vendor(
    own_assistant: Callable[[], Assistant], utterance: str, first: str
) -> None:
    reply = ask(own_assistant(), utterance, day=LATER)
    assert isinstance(reply.action, Browse)
    assert reply.certifications[0] == first


def test_a_vendors_cert_by_itself_stays_its_certification(own_assistant: Callable[[], Assistant]) -> None:
    action = ask(own_assistant(), "is the google cert the hardest", day=LATER).action
    assert isinstance(action, TellFacts)
    assert action.certifications == (GOOGLE,)


def test_what_replaced_it_is_told_where_all_that_fits_is_retired(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "cheapest azure exam", day=LATER)
    lead, *lines = reply.text.splitlines()
    assert lead == "Only Azure AI Engineer would fit, and can no longer be taken. Instead:"
    assert lines == ["- Azure AI Apps and Agents: $165"]
    assert reply.certifications == (AZURE,)


def test_the_cheapest_exam_is_no_course(own_assistant: Callable[[], Assistant]) -> None:
    assert ask(own_assistant(), "cheapest exam", day=LATER).certifications[0] == "nvidia-dli"
