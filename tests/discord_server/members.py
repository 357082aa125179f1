"""What people do on Discord."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from tests.discord_server import payloads
from tests.discord_server.interactions import Interaction
from tests.discord_server.limits import BUTTON, SELECT, all_of

COMMAND, COMPONENT, COMPLETION, SUBMISSION = 2, 3, 4, 5
"""Types of an interaction."""
EDITED = "2026-01-09T12:01:00+00:00"


class Members:
    """Everything somebody may do; each event goes out by the gateway."""

    expire_next = False
    """Whether the next interaction is over before the bot can answer it."""
    interactions: dict[str, Interaction]

    @abstractmethod
    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Send an event to the bot."""

    async def say(
        self,
        content: str,
        *,
        author: str = "1",
        to_bot: bool = True,
        channel: str = payloads.CHANNEL,
        replies_to: str = "",
        **parts: Any,
    ) -> str:
        """Somebody writes in a channel, to the bot or not; gives the id."""
        if replies_to:
            reference = {"message_id": replies_to, "channel_id": channel, "guild_id": payloads.GUILD}
            parts |= {"type": 19, "message_reference": reference}
        made = _said(payloads.snowflake(), channel, author, content, to_bot=to_bot) | parts
        await self.dispatch("MESSAGE_CREATE", made)
        return str(made["id"])

    async def direct(self, content: str, author: str = "1") -> str:
        """Somebody writes to the bot directly."""
        made = payloads.message(payloads.snowflake(), payloads.DIRECT, payloads.user(author), content=content)
        await self.dispatch("MESSAGE_CREATE", made)
        return str(made["id"])

    async def edit(self, id_: str, content: str, *, author: str = "1", to_bot: bool = True, **parts: Any) -> None:
        """Somebody edits what they wrote to the bot; ``to_bot``: whether it still is."""
        made = _said(id_, payloads.CHANNEL, author, content, to_bot=to_bot) | {"edited_timestamp": EDITED}
        await self.dispatch("MESSAGE_UPDATE", made | parts)

    async def edit_direct(self, id_: str, content: str, author: str = "1") -> None:
        """Somebody edits what they wrote to the bot directly."""
        made = payloads.message(id_, payloads.DIRECT, payloads.user(author), content=content, edited_timestamp=EDITED)
        await self.dispatch("MESSAGE_UPDATE", made)

    async def delete(self, id_: str) -> None:
        """Somebody deletes a message."""
        gone = {"id": id_, "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD}
        await self.dispatch("MESSAGE_DELETE", gone)

    async def delete_many(self, *ids: str) -> None:
        """A moderator deletes messages at once."""
        gone = {"ids": list(ids), "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD}
        await self.dispatch("MESSAGE_DELETE_BULK", gone)

    async def command(self, name: str, *, kind: int = 1, where: Any = None, **options: Any) -> Interaction:
        """Somebody uses a slash command; "kb settings" is a group's."""
        values = [{"name": key, "type": _type_of(value), "value": value} for key, value in options.items()]
        name, _, inner = name.partition(" ")
        if inner:
            values = [{"name": inner, "type": 1, "options": values}]
        data = {"id": "1", "name": name, "type": kind, "options": values}
        return await self._interact(COMMAND, data, **(where or {}))

    async def type_in(self, name: str, option: str, typed: str) -> Interaction:
        """Somebody types in an option that completes."""
        focused = {"name": option, "type": 3, "value": typed, "focused": True}
        return await self._interact(COMPLETION, {"id": "1", "name": name, "type": 1, "options": [focused]})

    async def menu(self, name: str, content: str) -> Interaction:
        """Somebody uses a message's menu."""
        target = payloads.message("5000", payloads.CHANNEL, payloads.user("2"), content=content)
        data = {"id": "1", "name": name, "type": 3, "target_id": "5000", "resolved": {"messages": {"5000": target}}}
        return await self._interact(COMMAND, data)

    async def press(self, message: dict[str, Any], label: str, *, author: str = "1") -> Interaction:
        """Somebody presses a button of a message."""
        found = [one for one in all_of(message["components"]) if one["type"] == BUTTON and one["label"] == label]
        assert found, f"there is no button {label}"
        return await self.press_id(found[0]["custom_id"], message, author=author)

    async def press_id(
        self, custom_id: str, message: dict[str, Any] | None = None, *, author: str = "1"
    ) -> Interaction:
        """Somebody presses a button of some id, of a message that the bot sent in another life."""
        old = payloads.message("6000", payloads.CHANNEL, payloads.BOT, flags=1 << 15)
        data = {"custom_id": custom_id, "component_type": BUTTON, "id": 2}
        return await self._interact(COMPONENT, data, author=author, below=message or old)

    async def pick(self, message: dict[str, Any], menu: str, label: str, *, author: str = "1") -> Interaction:
        """Somebody picks from a menu of a message."""
        found = [one for one in all_of(message["components"]) if one["type"] == SELECT and one["placeholder"] == menu]
        (value,) = [option["value"] for option in found[0]["options"] if option["label"] == label]
        data = {"custom_id": found[0]["custom_id"], "component_type": SELECT, "id": 2, "values": [value]}
        return await self._interact(COMPONENT, data, author=author, below=message)

    async def submit(
        self, form: dict[str, Any], filled_in: dict[str, Any], *, below: dict[str, Any] | None = None, **where: Any
    ) -> Interaction:
        """Somebody sends a modal: a value a field by its id, a list where several can be picked."""
        rows = [_row(at, one["component"], filled_in) for at, one in enumerate(form["components"], 1)]
        data = {"custom_id": form["custom_id"], "components": rows}
        return await self._interact(SUBMISSION, data, below=below, **where)

    async def _interact(
        self,
        kind: int,
        data: dict[str, Any],
        *,
        author: str = "1",
        channel: str = payloads.CHANNEL,
        below: dict[str, Any] | None = None,
        age: float = 0.0,
        **of_member: Any,
    ) -> Interaction:
        channel = below["channel_id"] if below else channel
        made = Interaction(payloads.snowflake(age), f"token{payloads.snowflake()}", channel, author, below)
        made.expired, self.expire_next = self.expire_next, False
        self.interactions[made.id] = made
        payload: dict[str, Any] = {
            "id": made.id, "application_id": payloads.APPLICATION, "type": kind, "data": data, "version": 1,
            "token": made.token, "channel_id": channel, "locale": "en-US", "channel": payloads.channel(channel),
            "guild_locale": "en-US", "app_permissions": "2048", "entitlements": [], "context": 0,
            "authorizing_integration_owners": {"0": payloads.GUILD}, "attachment_size_limit": 1000,
        }  # fmt: skip
        if below:
            payload["message"] = below
        if channel in (payloads.DIRECT, payloads.OTHERS):
            payload |= {"user": payloads.user(author), "context": 1 if channel == payloads.DIRECT else 2}
        else:
            payload |= {"guild_id": payloads.GUILD, "member": payloads.member(author, **of_member)}
        await self.dispatch("INTERACTION_CREATE", payload)
        return made


def _said(id_: str, channel: str, author: str, content: str, *, to_bot: bool) -> dict[str, Any]:
    """A message in the server; without the intent a bot is not told what is not addressed to it."""
    mentions = [payloads.BOT] if to_bot else []
    made = payloads.message(id_, channel, payloads.user(author), content=content if to_bot else "", mentions=mentions)
    return made | {"guild_id": payloads.GUILD, "member": payloads.member(author)}


def _row(at: int, field: dict[str, Any], filled_in: dict[str, Any]) -> dict[str, Any]:
    value = filled_in.get(field["custom_id"])
    many = isinstance(value, list) or field["type"] in (SELECT, 6, 8)
    told = {"values": value or []} if many else {"value": value}
    component = {"type": field["type"], "id": 100 + at, "custom_id": field["custom_id"]} | told
    return {"type": 18, "id": at, "component": component}


def _type_of(value: Any) -> int:
    return 4 if isinstance(value, int) else 3
