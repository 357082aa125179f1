"""What is done with each kind of thing that arrives from Slack."""

from bot.adapters.slack_chat.listeners.commands import add_commands
from bot.adapters.slack_chat.listeners.direct import add_direct_messages
from bot.adapters.slack_chat.listeners.forms import add_forms
from bot.adapters.slack_chat.listeners.home import add_home
from bot.adapters.slack_chat.listeners.mentions import add_mentions
from bot.adapters.slack_chat.listeners.presses import add_presses
from bot.adapters.slack_chat.listeners.shortcuts import add_shortcuts

__all__ = [
    "add_commands",
    "add_direct_messages",
    "add_forms",
    "add_home",
    "add_mentions",
    "add_presses",
    "add_shortcuts",
]
