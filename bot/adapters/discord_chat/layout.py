"""Messages as the library's components. They are never waited on: whatever is pressed carries what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

if TYPE_CHECKING:
    from bot.adapters.discord_chat.rendering import Button, Options, Rendered

MENU = "menu:"
"""Begins the id of a menu, whose options carry what they ask for."""


def layout_of(rendered: Rendered) -> ui.LayoutView:
    """The layout; needs a running event loop, as the library's views do."""
    view = ui.LayoutView(timeout=None)
    if rendered.above:
        view.add_item(ui.TextDisplay(rendered.above))
    told: list[ui.Item[Any]] = [ui.TextDisplay(text) for text in rendered.texts]
    if rendered.accent is None:
        for text in told:
            view.add_item(text)
    else:
        view.add_item(ui.Container(*told, accent_colour=rendered.accent))
    for number, menu in enumerate(rendered.menus):
        view.add_item(ui.ActionRow(_select(menu, number)))
    for row in rendered.rows:
        view.add_item(ui.ActionRow(*map(_button, row)))
    view.stop()  # else the library would keep it for ever
    return view


def _button(button: Button) -> ui.Button[Any]:
    style = discord.ButtonStyle.primary if button.primary else discord.ButtonStyle.secondary
    return ui.Button(label=button.label, custom_id=button.text, style=style)


def _select(menu: Options, number: int) -> ui.Select[Any]:
    options = [
        discord.SelectOption(label=label, value=text, default=text == menu.chosen) for label, text in menu.options
    ]
    return ui.Select(custom_id=f"{MENU}{number}", placeholder=menu.label, options=options)
