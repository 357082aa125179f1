"""Modals that ask something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import (
    ExternalDataMultiSelectElement,
    ExternalDataSelectElement,
    InputBlock,
    Option,
    OptionGroup,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from slack_sdk.models.blocks import Block

    from bot.adapters.slack_chat.views.context import ViewContext
    from bot.domain.certification import Certification
    from bot.domain.entry import Answer
    from bot.domain.form import FormQuestion
    from bot.domain.form import Option as Choice

ASK, RECOMMEND, COMPARE = "certwise:ask", "certwise:recommend", "certwise:compare"
"""Callback ids of the modals; what opens them carries the same."""
PICK, TYPE, CHOOSE, PAIR = "certwise:pick", "certwise:type", "certwise:choose", "certwise:pair"
"""Ids of what is filled in, both of the block and of its element."""
LONGEST_OPTION = 75
LONGEST_LABEL = 2_000
LONGEST_TYPED = 500
MOST_COMPARED = 3
LEAST_COMPARED = 2


def ask_view(context: ViewContext) -> dict[str, Any]:
    """Pick a question or a certification while typing, or ask in one's own words."""
    picked = ExternalDataSelectElement(
        action_id=PICK, placeholder=_plain("portfolio, google ml, ..."), min_query_length=1
    )
    typed = PlainTextInputElement(
        action_id=TYPE, placeholder=_plain("how much is the google ml exam?"), max_length=LONGEST_TYPED
    )
    blocks = [
        InputBlock(block_id=PICK, label="Pick a question or a certification", element=picked, optional=True),
        InputBlock(block_id=TYPE, label="Or ask in your own words", element=typed, optional=True),
    ]
    return _modal(ASK, "Ask Certwise", "Ask", blocks, context)


def compare_view(context: ViewContext) -> dict[str, Any]:
    """Pick two or three certifications while typing."""
    pair = ExternalDataMultiSelectElement(
        action_id=PAIR, placeholder=_plain("Type a name"), min_query_length=1, max_selected_items=MOST_COMPARED
    )
    label = "Two or three certifications, side by side"
    return _modal(COMPARE, "Compare", "Compare", [InputBlock(block_id=PAIR, label=label, element=pair)], context)


def form_view(questions: Iterable[FormQuestion], context: ViewContext) -> dict[str, Any]:
    """The adviser's form: radio buttons for each question, every one of which may be left open."""
    blocks = [
        InputBlock(block_id=question.id, label=question.ask[:LONGEST_LABEL], element=_choices(question), optional=True)
        for question in questions
    ]
    return _modal(RECOMMEND, "Which one suits you?", "Recommend", blocks, context)


def _choices(question: FormQuestion) -> RadioButtonsElement:
    options = [Option(text=_plain(option.label), value=str(number)) for number, option in enumerate(question.options)]
    return RadioButtonsElement(action_id=CHOOSE, options=options)


def chosen_in(view: dict[str, Any], questions: Sequence[FormQuestion]) -> list[Choice]:
    """What was chosen in the form; what a form of another release asked is left out."""
    chosen: list[Choice] = []
    for question in questions:
        number = str((_filled(view, question.id, CHOOSE).get("selected_option") or {}).get("value") or "")
        if number.isdecimal() and int(number) < len(question.options):
            chosen.append(question.options[int(number)])
    return chosen


def typed_in(view: dict[str, Any]) -> str:
    """The words of the ask form."""
    return str(_filled(view, TYPE, TYPE).get("value") or "").strip()


def picked_in(view: dict[str, Any]) -> str:
    """What was picked in the ask form, as a button would carry it; empty for nothing."""
    return str((_filled(view, PICK, PICK).get("selected_option") or {}).get("value") or "")


def pair_in(view: dict[str, Any]) -> list[str]:
    """Ids of the certifications to compare."""
    return [str(option.get("value")) for option in _filled(view, PAIR, PAIR).get("selected_options") or []]


def suggestion_groups(
    certifications: Iterable[Certification], answers: Iterable[Answer], write: Callable[[Certification | Answer], str]
) -> list[dict[str, Any]]:
    """What is offered while somebody types in the ask form; groups of nothing are left out."""
    groups = (
        ("Certifications", [_option(card.name, write(card)) for card in certifications]),
        ("Questions", [_option(answer.title, write(answer)) for answer in answers]),
    )
    return [OptionGroup(label=label, options=options).to_dict() for label, options in groups if options]


def certification_options(certifications: Iterable[Certification]) -> list[dict[str, Any]]:
    """What is offered while somebody types in the compare form."""
    return [_option(card.name, card.id).to_dict() for card in certifications]


def _option(text: str, value: str) -> Option:
    return Option(text=_plain(text), value=value)


def _plain(text: str) -> PlainTextObject:
    return PlainTextObject(text=text[:LONGEST_OPTION], emoji=False)


def _filled(view: dict[str, Any], block: str, element: str) -> dict[str, Any]:
    values = (view.get("state") or {}).get("values") or {}
    filled: dict[str, Any] = (values.get(block) or {}).get(element) or {}
    return filled


def _modal(callback: str, title: str, submit: str, blocks: Sequence[Block], context: ViewContext) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": callback,
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": submit},
        "close": {"type": "plain_text", "text": "Cancel"},
        "private_metadata": context.written,
        "blocks": [block.to_dict() for block in blocks],
    }
