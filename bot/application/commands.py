"""Slash commands and the adviser's form, as every platform understands them: each is an action, or has words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, LIST, RECOMMEND, named_cards
from bot.application.price_limits import limit_price
from bot.application.subject import LEAST_COMPARED
from bot.domain.actions import Action, Advise, Browse, Compare, TellOutside
from bot.domain.fallbacks import AskWhatToCompare
from bot.domain.filters import Filter
from bot.domain.learner import NOBODY
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.form import Option
    from bot.domain.knowledge import Knowledge
    from bot.nlu.understander import Understander
    from bot.recommender import Adviser

ASK, BROWSE, HELP = "ask", "browse", "help"
COMMANDS = (ASK, RECOMMEND, COMPARE, BROWSE, HELP)


@dataclass(frozen=True, slots=True)
class Command:
    """A command with the words behind it."""

    name: str
    """One of COMMANDS."""
    text: str = ""

    @property
    def request(self) -> str:
        """What it asks for outright; see ``bot.domain.message.Message.command``."""
        return {RECOMMEND: RECOMMEND, COMPARE: COMPARE, BROWSE: LIST}.get(self.name, "")


def read_command(line: str) -> Command | None:
    """The command of a line such as "/compare aws and google"; None where it is plain talk."""
    if not line.startswith("/"):
        return None
    name, _, text = line[1:].partition(" ")
    return Command(name.lower(), text.strip()) if name.lower() in COMMANDS else None


class Commands:
    """What commands with options, and forms, ask for."""

    def __init__(self, knowledge: Knowledge, understander: Understander, adviser: Adviser) -> None:
        self._knowledge = knowledge
        self._understander = understander
        self._adviser = adviser

    def compare(self, names: Iterable[str]) -> Action:
        """Certifications side by side, each by its id or as a person calls it."""
        cards: list[str] = []
        for name in names:
            found = (name,) if name in self._knowledge.certifications else self._named(name)
            if not found:
                return TellOutside(name=name.strip())
            cards += found
        chosen = tuple(dict.fromkeys(cards))
        wanted = Compare if len(chosen) >= LEAST_COMPARED else AskWhatToCompare
        return wanted(certifications=chosen)

    def browse(self, tier: int | None = None, most: int | None = None, vendor: str | None = None) -> Action:
        """The list of a tier, up to a price in US dollars (0: free), of a vendor by its id or as a person calls it."""
        vendors: tuple[str, ...] = ()
        if vendor:
            vendors = (vendor,) if vendor in self._knowledge.vendors else self._vendors(vendor)
            if not vendors:
                return TellOutside(name=vendor.strip())
        wanted = Filter(tiers=(str(tier),) if tier is not None else (), vendors=vendors)
        return Browse(wanted=limit_price(wanted, most), page=1)

    def advise(self, chosen: Iterable[Option]) -> Advise:
        """Advice for a person who chose some answers of the form, and has seen all of its questions."""
        questions = self._knowledge.questions
        told = {option: said for question in questions for option, said in self._adviser.options(question)}
        profile = NOBODY
        for option in chosen:
            profile = profile.merge(told[option])
        asked = tuple(question.id for question in questions)
        return Advise(profile=replace(profile, newest=frozenset()), asked=asked)

    def _named(self, text: str) -> tuple[str, ...]:
        return named_cards(self._knowledge, self._understander.understand(text), by_vendor=True)

    def _vendors(self, text: str) -> tuple[str, ...]:
        named = self._understander.understand(text).recognition.of(EntityKind.VENDOR)
        return tuple(dict.fromkeys(one.value for one in named))
