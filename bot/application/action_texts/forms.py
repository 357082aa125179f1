"""How each action is written: a letter, and its fields.

A letter is never used for another action, and fields are only added at the end: a later release reads what an earlier
one has written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.application.action_texts.parts import (
    COUNT,
    FLAG,
    WORDS,
    Part,
    at_least,
    bracketed,
    in_any_order,
    many,
    maybe,
    one_id,
    one_of,
    or_else,
    record,
)
from bot.application.action_texts.values import Ids, filter_part, profile_part, reckoning_part, wish_part
from bot.domain import actions, fallbacks
from bot.domain.feedback import Verdict
from bot.domain.reply import Suggestion

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge

# Any: the parts of one form are of different types, which no mapping can say.
Form = tuple[type[actions.Action], dict[str, Part[Any]]]


def action_part(knowledge: Knowledge) -> Part[actions.Action]:
    """How actions about one knowledge base are written."""
    forms: dict[str, Part[actions.Action]] = {}
    letters: dict[type[actions.Action], str] = {}

    def _write(action: actions.Action) -> str:
        letter = letters[type(action)]
        return f"{letter}{forms[letter].write(action)}"

    def _read(text: str) -> actions.Action:
        if text[:1] not in forms:
            raise ValueError(text)
        return forms[text[0]].read(text[1:])

    any_action: Part[actions.Action] = Part(_write, _read)
    ids = Ids.of(knowledge)
    reckoning: dict[str, Part[Any]] = {"reckoning": reckoning_part()}
    advised = {"advised": or_else(one_id(ids.cards), "")}
    later = {
        "b": {"order": maybe(wish_part(ids))},
        "f": reckoning,
        "c": reckoning,
        "a": advised,
        "p": {"question": WORDS},
    }
    for letter, (kind, parts) in _forms(ids, bracketed(any_action)).items():
        forms[letter] = record(kind, parts | {"besides": WORDS} | later.get(letter, {}))
        letters[kind] = letter
    return any_action


def suggestions_part(inner: Part[actions.Action]) -> Part[tuple[Suggestion, ...]]:
    """What is offered, given how an action within something else is written."""
    return many(bracketed(record(Suggestion, {"label": WORDS, "action": inner})))


def _forms(ids: Ids, inner: Part[actions.Action]) -> dict[str, Form]:
    """Every action by its letter; what all of them have comes first and, seldom there, behind it."""
    cards, attributes = ids.cards, ids.attributes
    base: dict[str, Part[Any]] = {"certifications": cards, "attributes": attributes}
    some = base | {"certifications": at_least(cards, 1)}
    profile = profile_part(ids)
    offered = suggestions_part(inner)
    words = in_any_order(many(WORDS))
    needed = some | {"attributes": at_least(attributes, 1), "in_all": FLAG, "needs": maybe(bracketed(words))}
    return {
        "f": (actions.TellFacts, needed),
        "d": (actions.Describe, some),
        "c": (actions.Compare, base | {"certifications": at_least(cards, 2), "in_all": FLAG}),
        "b": (actions.Browse, base | {"wanted": filter_part(ids), "page": COUNT}),
        "h": (actions.TellHolders, base | {"words": words}),
        "r": (actions.TellRetired, base),
        "s": (actions.TellSuccessors, some),
        "n": (actions.TellChanges, base),
        "e": (actions.OpenEntry, base | {"entry": ids.answer, "reasons": FLAG}),
        "u": (actions.TellUnknown, base | {"entry": ids.unknown}),
        "o": (actions.TellOutside, base | {"name": WORDS}),
        "a": (actions.Advise, base | _advice(ids, profile)),
        "w": (actions.ExplainAdvice, base | {"profile": profile}),
        "l": (actions.AdviseCheaper, some | {"profile": profile, "asked": ids.questions}),
        "m": (actions.TellMore, base | {"of": inner}),
        "k": (actions.TellBriefly, base | {"of": inner}),
        "q": (actions.TellSources, base | {"of": inner}),
        "p": (actions.Share, base | {"of": inner}),
        "t": (actions.FollowUp, base | {"of": inner}),
        "j": (actions.Judge, base | {"verdict": _VERDICT, "topic": WORDS}),
        "A": (fallbacks.AskBack, base | {"suggestions": offered}),
        "F": (fallbacks.AskFurther, base | {"suggestions": offered}),
        "W": (fallbacks.AskWhich, base | {"attributes": at_least(attributes, 1)}),
        "C": (fallbacks.AskWhatToCompare, base),
        "D": (fallbacks.Decline, base | {"suggestions": offered}),
        "M": (fallbacks.DeclineMore, base),
        "X": (fallbacks.DeclinePress, base | {"expired": FLAG}),
    }


def _advice(ids: Ids, profile: Part[Any]) -> dict[str, Part[Any]]:
    return {
        "profile": profile,
        "people": many(profile),
        "among": ids.cards,
        "asked": ids.questions,
        "entry": or_else(ids.answer, ""),
    }


_VERDICT = one_of({"y": Verdict.HELPFUL, "n": Verdict.UNHELPFUL})
