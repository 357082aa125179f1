"""Words that tell what sort of message it is."""

from __future__ import annotations

AUXILIARIES = frozenset({"do", "does", "did", "is", "are", "can", "could", "will", "would", "should"})
"""Words that begin a question rather than a wish."""
WANTING = frozenset({"want", "wants", "need", "needs", "looking", "prefer"})
"""Words of people who say what they are after."""
PERSONAL = frozenset({"i", "my", "me", "we", "our", "us", "here"})
"""Words of people who speak of themselves."""
QUESTIONING = frozenset(
    {"what", "which", "who", "whose", "when", "where", "why", "how", "compare", "list", "tell", "show"}
)
"""Words of people who ask."""
