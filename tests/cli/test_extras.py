"""Commands whose libraries are extras."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

WITHOUT = "import sys; sys.modules['{module}'] = None; from bot.cli import run; sys.exit(run({words!r}))"
TOKENS = {"DISCORD_TOKEN": "t", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


@pytest.mark.parametrize(
    ("command", "module", "told"),
    [
        ("slack", "slack_bolt", "certwise: Slack needs the package slack-bolt: pip install 'certwise[slack]'\n"),
        ("slack", "slack_sdk", "certwise: Slack needs the package slack-bolt: pip install 'certwise[slack]'\n"),
        ("slack", "aiohttp", "certwise: Slack needs the package slack-bolt: pip install 'certwise[slack]'\n"),
        ("discord", "aiohttp", "certwise: Discord needs the package discord.py: pip install 'certwise[discord]'\n"),
        ("discord", "discord", "certwise: Discord needs the package discord.py: pip install 'certwise[discord]'\n"),
        (
            "sync-commands",
            "discord",
            "certwise: Discord needs the package discord.py: pip install 'certwise[discord]'\n",
        ),
        ("run", "slack_bolt", "certwise: Slack needs the package slack-bolt: pip install 'certwise[slack]'\n"),
    ],
)
def test_a_missing_library_is_told_with_the_extra_that_brings_it(command: str, module: str, told: str) -> None:
    program = WITHOUT.format(module=module, words=[command])
    ended = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **TOKENS}, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (2, told)


def test_the_manifest_needs_no_library() -> None:
    program = WITHOUT.format(module="slack_sdk", words=["manifest"]).replace(
        "from bot", "sys.modules['aiohttp'] = None; from bot"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.returncode == 0
