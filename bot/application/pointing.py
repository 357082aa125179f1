"""Which of the certifications spoken of before a message picks out: "the second", "the databricks one"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session

LEAST = 2
PLACES = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
PLACES |= {"last": -1, "latter": -1}


def pointed_at(knowledge: Knowledge, tokens: tuple[str, ...], session: Session | None) -> tuple[str, ...]:
    """The id of the one that is picked out by its place in their row, or by an alias; empty where none is."""
    if session is None:
        return ()
    row = session.row or session.listed
    place = next((PLACES[token] for token in tokens if token in PLACES), None)
    if place is not None and len(row) >= LEAST and place < len(row):
        return (row[place],)
    among = session.listed or session.certifications
    said = set(tokens) - {"one"}
    hits = [id_ for id_ in among if any(said & set(alias.split()) for alias in knowledge.certifications[id_].aliases)]
    return tuple(hits) if "one" in tokens and len(hits) == 1 and len(among) > 1 else ()
