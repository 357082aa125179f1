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
CERTIFICATIONS = frozenset({"cert", "certification", "certificate", "exam", "course", "program", "one"})
"""Words for what is advised."""
ONWARD = frozenset({"next", "left", "else", "further", "onward"})
ONWARD_PAIRS = frozenset(
    {("what", "now"), ("now", "what"), ("go", "now"), ("now", "i"), ("and", "now"), ("what", "then")}
)
"""Words of people who want to go on."""
LEADING = frozenset({"and", "ok", "so", "but", "hm", "well", "then", "oh", "hmm", "kk", "k"})
"""Words that begin a message and say nothing of its sort."""
SUBJECTS = frozenset(
    {"i", "you", "we", "they", "he", "she", "it", "there", "that", "this", "these", "those", "the", "a", "any", "my"}
    | {"anyone", "anybody", "someone", "everyone", "people", "all", "some"}
)
"""Words that, behind an auxiliary, make a question."""
SOURCING = (
    "says who",
    "who says so",
    "who says that",
    "who said that",
    "according to whom",
    "according to who",
    "where is that from",
    "where does that come from",
    "where did you get that",
    "where do you get that",
    "how do you know",
    "how do you know that",
    "who claims that",
    "who reports that",
    "who reported that",
    "who told you that",
    "who found that",
)
"""How messages end that ask where an answer came from."""
AGAINST_WHAT = ("compared to what", "compared with what", "than what", "relative to what", "against what", "vs what")
"""How messages end that ask what a figure is measured against."""
