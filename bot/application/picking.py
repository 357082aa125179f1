"""Messages that stand for something said before: a number for a suggestion, "the next one down" for a tier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.application.naming import LIST

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session

_STEPS = {"next": 1, "down": 1, "below": 1, "previous": -1, "up": -1, "above": -1}
_STEPPING = frozenset(
    {"and", "what", "s", "whats", "is", "are", "about", "show", "me", "the", "one", "ones", "tier", "in"}
)
"""Words that may stand beside a step, so that "how do i sign up" is none."""
_ORDINALS = ("first", "second", "third")
_PICK = re.compile(
    rf"(?:option |number |no\.? ?|#)?(?P<digit>[1-3])[.)]?|(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)})(?: one)?"
)
_MORE = re.compile(
    r"(?:and |ok |please |yes |can you |could you )*(?:(?:tell|show|give) me )?(?:the |some |a bit )?(?:more|rest|"
    r"go on|longer (?:part|answer|version)|continue|details|elaborate|expand)(?: details)?(?: on that| about that|"
    r" of it)?(?: please| pls)?"
)
_AMOUNT = re.compile(r"(?:and|or|what about|how about|then)?\s*(?P<amount>\d{2,5})\s*\?*")
"""After a list by price: "and 300?"."""
_TIER = re.compile(r"(?:and |what about |n )?(?P<tier>[1-4])\s*\?*")
"""After the list of a tier: "3?"."""
_LONGEST = 80
"""Characters looked at: what stands for something else is short."""


_COURTESIES = (
    *(
        "hi",
        "hello",
        "hey",
        "there",
        "man",
        "thanks",
        "thank you",
        "thx",
        "ty",
        "so much",
        "very much",
        "a lot",
        "again",
    ),
    *("ok", "okay", "k", "kk", "alright", "got it", "i see", "makes sense", "that makes sense", "that helps", "enough"),
    *("cool", "great", "nice", "perfect", "good", "fair", "sorry", "sry", "back", "lol", "haha", "for that"),
    *("new topic", "other topic", "another question", "other question", "one more thing", "quick question", "please"),
    *("excuse me", "excuse my english", "excuse me for my english"),
)
_COURTESY = re.compile(rf"^(?:(?:{'|'.join(_COURTESIES)})[\s,]*)+[.!?,;:]+\s*", re.IGNORECASE)
LEAST_LEFT = 3
"""Words that must be left behind a courtesy for it to be one: "thanks!" alone is answered."""


def without_courtesy(utterance: str) -> str:
    """The message without the thanks or the greeting that it begins with, where a question follows."""
    rest = utterance
    while (match := _COURTESY.match(rest)) and match.end() < len(rest):
        rest = rest[match.end() :]
    return rest if len(rest.split()) >= LEAST_LEFT else utterance


def spelt_out(utterance: str, session: Session | None, knowledge: Knowledge) -> str:
    """The utterance that "2", "the second one" or, after the list of a tier, "and the next one down" stands for."""
    if session is None:
        return utterance
    words = re.findall(r"\w+", utterance.lower()[:_LONGEST])
    tiers = {knowledge.certifications[name].tier for name in session.listed}
    if session.topic == LIST and (amount := _AMOUNT.fullmatch(utterance.strip().lower()[:_LONGEST])):
        return f"how many exams cost ${amount['amount']}"
    step = next((step for word, step in _STEPS.items() if word in words), 0)
    tier = next(iter(tiers), None)
    if len(tiers) == 1 and tier and not session.suggestions and (named := _TIER.fullmatch(utterance.strip().lower())):
        return f"what is in tier {named['tier']}"
    if step and len(tiers) == 1 and tier and _STEPPING.union(_STEPS).issuperset(words):
        return f"what is in tier {tier + step}"
    return picked(utterance, session) or utterance


def picked(utterance: str, session: Session) -> str:
    """The suggestion of the reply before that a number, an ordinal or its own text picks; empty where none."""
    said = _plain(utterance)
    match = _PICK.fullmatch(said)
    if match is None:
        return next((offered for offered in session.suggestions if _plain(offered) == said), "")
    number = int(match["digit"]) if match["digit"] else _ORDINALS.index(match["ordinal"]) + 1
    return session.suggestions[number - 1] if number <= len(session.suggestions) else ""


def wants_more(utterance: str) -> bool:
    """Whether the longer part of the reply before is asked for."""
    return _MORE.fullmatch(_plain(utterance).rstrip("?!. ")) is not None


def _plain(text: str) -> str:
    return text.strip().lower()[:_LONGEST]
