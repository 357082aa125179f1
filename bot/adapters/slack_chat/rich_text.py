"""Plain text as Slack's rich text, in which every sign is just itself."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from slack_sdk.models.blocks import (
    RichTextBlock,
    RichTextElementParts,
    RichTextListElement,
    RichTextQuoteElement,
    RichTextSectionElement,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from slack_sdk.models.blocks import RichTextElement

LIST = "- "
MOST_CHARACTERS = 3_000
"""Of one block; Slack's limit for a section."""
CUT = " ..."
BREAKS = 2
"""Characters that end a heading and a text."""


def rich_text(text: str, *, heading: str = "") -> RichTextBlock:
    """Paragraphs, and bullets for lines that begin with "- "; a heading stands above it in bold.

    What is longer than MOST_CHARACTERS is cut.
    """
    left = MOST_CHARACTERS - len(heading) - BREAKS
    told = text if len(text) <= left else text[: left - len(CUT)] + CUT
    elements = [_section(f"{heading}\n", bold=True)] if heading else []
    return RichTextBlock(elements=[*elements, *_paragraphs(told)])


def quotation(asker: str, question: str) -> RichTextBlock:
    """Who asked what, above an answer that is shared; without the words where there are none."""
    who = RichTextElementParts.User(user_id=asker)
    if not question:
        return RichTextBlock(elements=[RichTextSectionElement(elements=[who, _text(" shares this:")])])
    said = _text(question[: MOST_CHARACTERS - len(CUT)])
    return RichTextBlock(
        elements=[
            RichTextSectionElement(elements=[who, _text(" asked:")]),
            RichTextQuoteElement(elements=[said]),
        ]
    )


def _paragraphs(text: str) -> Iterator[RichTextElement]:
    for listed, lines in groupby(text.split("\n"), lambda line: line.startswith(LIST)):
        if listed:
            yield _bullets(line.removeprefix(LIST) for line in lines)
        elif words := "\n".join(lines).strip("\n"):
            yield _section(f"{words}\n")


def _bullets(items: Iterable[str]) -> RichTextElement:
    return RichTextListElement(style="bullet", elements=[_section(item or " ") for item in items])


def _section(text: str, *, bold: bool = False) -> RichTextSectionElement:
    return RichTextSectionElement(elements=[_text(text, bold=bold)])


def _text(text: str, *, bold: bool = False) -> RichTextElement:
    return RichTextElementParts.Text(text=text, style=RichTextElementParts.TextStyle(bold=True) if bold else None)
