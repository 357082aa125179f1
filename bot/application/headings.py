"""What is said above a reply in words, since colour alone says nothing to many people."""

from bot.domain.reply import ReplyKind

HEADINGS = {
    ReplyKind.RECOMMEND: "Recommendation",
    ReplyKind.COMPARE: "Comparison",
    ReplyKind.CLARIFY: "Did you mean",
}
"""Other replies stand for themselves."""
