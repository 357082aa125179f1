"""What the moderators of a community have chosen for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommunityChoices:
    """How the bot behaves in one community, such as a Discord server."""

    channels: tuple[str, ...] = ()
    """Ids of the channels in which it answers for everybody to read; empty: in all of them."""
    moderators: tuple[str, ...] = ()
    """Ids of the roles whose members may change this."""
    public: bool = False
    """Whether commands are answered for everybody to read; else only the person sees the answer, and may share it."""


AS_IT_COMES = CommunityChoices()
"""Where nobody has chosen."""
