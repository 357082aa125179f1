"""The modals, and what is sent with them. None of them is remembered: any may be sent after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.adapters.discord_chat import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.domain.community import CommunityChoices
    from bot.domain.form import FormQuestion, Option

ADVICE = "v1:form"
SETTINGS = "v1:settings"
"""Ids of modals; that of a follow-up is the text of what it follows up."""
FOLLOW_UP = "follow-up"
CHANNELS, MODERATORS, VISIBILITY = "channels", "moderators", "visibility"
PRIVATE, PUBLIC = "private", "public"
MOST_QUESTIONS = 5
LONGEST_TITLE = LONGEST_LABEL = 45
LONGEST_OPTION = 100
LONGEST_WORDS = 500
MOST_PICKED = 25
"""Discord's limits: rows of a modal, characters of its title and of labels, of options, of what we read; picks."""
PICKED_FROM = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
]
"""Channels in which people write, or have threads to write in."""

# Modals are sent and nothing else is done with them, so what they belong to does not matter.
AnyModal = ui.Modal


def advice_form(questions: Sequence[FormQuestion]) -> AnyModal:
    """Radio buttons for each question of the adviser; every one of them may be left open."""
    form = ui.Modal(title=wording.FORM_TITLE[:LONGEST_TITLE], custom_id=ADVICE, timeout=None)
    for question in questions[:MOST_QUESTIONS]:
        options = [
            discord.RadioGroupOption(label=option.label[:LONGEST_OPTION], value=option.label[:LONGEST_OPTION])
            for option in question.options
        ]
        group: ui.RadioGroup[Any] = ui.RadioGroup(custom_id=question.id, required=False, options=options)
        form.add_item(ui.Label(text=question.ask[:LONGEST_LABEL], component=group))
    return form


def follow_up_form(custom_id: str) -> AnyModal:
    """One line to write on."""
    form = ui.Modal(title=wording.FOLLOW_UP_TITLE, custom_id=custom_id, timeout=None)
    line: ui.TextInput[Any] = ui.TextInput(
        custom_id=FOLLOW_UP, placeholder=wording.FOLLOW_UP_HINT, max_length=LONGEST_WORDS
    )
    form.add_item(ui.Label(text=wording.FOLLOW_UP_LABEL, component=line))
    return form


def settings_form(choices: CommunityChoices, *, with_moderators: bool) -> AnyModal:
    """What moderators choose, as it is now; who they are only those may change who manage the server."""
    form = ui.Modal(title=wording.SETTINGS_TITLE, custom_id=SETTINGS, timeout=None)
    channels: ui.ChannelSelect[Any] = ui.ChannelSelect(
        custom_id=CHANNELS,
        channel_types=PICKED_FROM,
        required=False,
        min_values=0,
        max_values=MOST_PICKED,
        default_values=list(_defaults(choices.channels, discord.SelectDefaultValueType.channel)),
    )
    form.add_item(ui.Label(text=wording.CHANNELS_LABEL, description=wording.CHANNELS_HINT, component=channels))
    if with_moderators:
        roles: ui.RoleSelect[Any] = ui.RoleSelect(
            custom_id=MODERATORS,
            required=False,
            min_values=0,
            max_values=MOST_PICKED,
            default_values=list(_defaults(choices.moderators, discord.SelectDefaultValueType.role)),
        )
        form.add_item(ui.Label(text=wording.MODERATORS_LABEL, description=wording.MODERATORS_HINT, component=roles))
    seen: ui.RadioGroup[Any] = ui.RadioGroup(
        custom_id=VISIBILITY,
        options=[
            discord.RadioGroupOption(label=wording.PRIVATELY, value=PRIVATE, default=not choices.public),
            discord.RadioGroupOption(label=wording.PUBLICLY, value=PUBLIC, default=choices.public),
        ],
    )
    form.add_item(ui.Label(text=wording.VISIBILITY_LABEL, component=seen))
    return form


def chosen_in(values: Mapping[str, tuple[str, ...]], questions: Sequence[FormQuestion]) -> list[Option]:
    """The options of the adviser's form that were picked; what is no longer offered is left out."""
    return [
        option
        for question in questions
        for option in question.options
        if option.label[:LONGEST_OPTION] in values.get(question.id, ())
    ]


def values_in(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What was filled in, by the ids of the fields; ``data`` is that of a modal's interaction."""
    return {field: values for row in data.get("components") or () for field, values in _fields(row)}


def is_id(text: str) -> bool:
    """Whether it can be an id of Discord's; what a file or a request holds need not be one."""
    return text.isascii() and text.isdecimal()


def _fields(row: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Those of a row, which holds one field behind a label, or some in a list."""
    for one in (row.get("component"), *(row.get("components") or ())):
        if one and "custom_id" in one:
            single = one.get("value")
            values = one.get("values") or (() if single is None else (single,))
            yield str(one["custom_id"]), tuple(map(str, values))


def _defaults(ids: Sequence[str], kind: discord.SelectDefaultValueType) -> Iterator[discord.SelectDefaultValue]:
    for id_ in ids[:MOST_PICKED]:
        if is_id(id_):
            yield discord.SelectDefaultValue(id=int(id_), type=kind)
