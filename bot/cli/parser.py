"""The command line's words."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from bot import __version__
from bot.adapters.terminal_chat.harmless import one_line
from bot.cli.arguments import read_day, read_path, read_url

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE = 2
"""Exit status for words that are off, and for input that cannot be used."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def parse(self, words: Sequence[str]) -> argparse.Namespace:
        """Read the words; prints one line and exits with status 2 where they are off."""
        options, unknown = self.parse_known_args(words)
        if unknown:
            mend = "see" if unknown[0].startswith("-") else "put the question in quotes, or see"
            self._complain(f"unknown: {' '.join(unknown)}", mend)
        return options

    def error(self, message: str) -> NoReturn:
        """Print one line and exit with status 2."""
        self._complain(message, "see")

    def _complain(self, message: str, mend: str) -> NoReturn:
        print(one_line(f"{self.prog}: {message}; {mend} {self.prog} --help"), file=sys.stderr)
        raise SystemExit(USAGE)


def build_parser() -> Parser:
    """Every command with its options and examples."""
    parser = Parser(
        allow_abbrev=False,
        prog="certwise",
        description="Answers questions about AI certifications from a knowledge base that people can read.",
        epilog=_examples("certwise chat", 'certwise ask "how much is the google ml exam?"', "certwise check"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"certwise {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    _add_chat(commands)
    _add_ask(commands)
    _add_why(commands)
    _add_check(commands)
    _add_impact(commands)
    _command(
        commands,
        "run",
        "answer on every platform that has a token, in one process",
        "certwise run",
        "PORT=8080 certwise run",
    )
    _command(
        commands,
        "slack",
        "answer on Slack; docs/slack.md takes you through it",
        "SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... certwise slack",
        "SLACK_BOT_TOKEN=xoxb-... SLACK_SIGNING_SECRET=... PORT=3000 certwise slack",
    )
    _add_manifest(commands)
    _command(commands, "discord", "answer on Discord; the token is read from DISCORD_TOKEN", "certwise discord")
    _command(
        commands,
        "sync-commands",
        "register the slash commands with Discord; needed once, and after an update that changed them",
        "certwise sync-commands",
    )
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - argparse has no public name for it


def _examples(*lines: str) -> str:
    return "\n".join(["examples:", *(f"  {line}" for line in lines)])


def _command(commands: Commands, name: str, help_: str, *examples: str) -> Parser:
    command: Parser = commands.add_parser(
        name,
        help=help_,
        allow_abbrev=False,
        description=help_[0].upper() + help_[1:] + ".",
        epilog=_examples(*examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return command


def _add_chat(commands: Commands) -> None:
    command = _command(
        commands, "chat", "talk to Certwise in the terminal", "certwise chat", "echo 'is it free?' | certwise chat"
    )
    _add_as_of(command)


def _add_ask(commands: Commands) -> None:
    command = _command(
        commands,
        "ask",
        "answer one question, or a file of them",
        'certwise ask "how much is the google ml exam?"',
        'certwise ask --json "which ones are free?"',
        "certwise ask --batch questions.jsonl > replies.jsonl",
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("text", nargs="?", metavar="TEXT", help="the question")
    what.add_argument("--batch", type=read_path, metavar="FILE", help="JSON Lines of cases, each with its id and turns")
    command.add_argument("--json", action="store_true", help="print the reply as one JSON object")
    _add_as_of(command)


def _add_why(commands: Commands) -> None:
    command = _command(
        commands,
        "why",
        "show how a question is understood: entities, ranking, decision",
        'certwise why "how much is the google ml exam?"',
        'certwise why "how much is the google ml exam?" "and how hard is it?"',
    )
    command.add_argument("text", nargs="+", metavar="TEXT", help="the question; before it, what was said before")
    _add_as_of(command)


def _add_check(commands: Commands) -> None:
    command = _command(
        commands,
        "check",
        "validate the knowledge and run its checks",
        "certwise check",
        "certwise check my-knowledge --format json",
    )
    command.add_argument(
        "folder", nargs="?", type=read_path, metavar="DIR", help="the knowledge folder (default: the bot's)"
    )
    command.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: %(default)s")
    _add_as_of(command)


def _add_impact(commands: Commands) -> None:
    command = _command(
        commands,
        "impact",
        "show which answers change between two versions of the knowledge",
        "certwise impact knowledge my-knowledge",
        "certwise impact before after --format github",
    )
    command.add_argument("old", type=read_path, metavar="OLD", help="the knowledge folder as it was")
    command.add_argument("new", type=read_path, metavar="NEW", help="the knowledge folder as it is to be")
    command.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: %(default)s")
    _add_as_of(command)


def _add_manifest(commands: Commands) -> None:
    command = _command(
        commands,
        "manifest",
        "print the manifest that sets the app up in Slack",
        "certwise manifest",
        "certwise manifest --without-agent",
        "certwise manifest --url https://certwise.example.org",
    )
    command.add_argument(
        "--url", type=read_url, metavar="URL", help="where Slack reaches the bot (default: Socket Mode)"
    )
    command.add_argument("--without-agent", action="store_true", help="leave out the agent panel, for free plans")


def _add_as_of(command: Parser) -> None:
    command.add_argument("--as-of", type=read_day, metavar="DATE", help="answer as on this day (default: today)")
