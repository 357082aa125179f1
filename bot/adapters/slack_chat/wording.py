"""What the bot says on Slack that is no answer: how to ask, what it keeps, that something went wrong."""

NAME = "Certwise"
WELCOME = (
    "Ask me about AI certifications: what they cost, how hard they are, which one suits you. For example:\n"
    "- how much is the google ml exam?\n"
    "- im a nurse, no coding, 100 bucks, where do i start\n"
    "- aws or databricks?\n"
    "Follow up freely: and how long does it take? cheaper? why?"
)
HELP = (
    "Ask in your own words: mention me in a channel, write me directly, or use a command.\n"
    "- /ask a question; only you see the answer until you share it\n"
    "- /recommend what to take: tell me about yourself, or fill in a short form\n"
    "- /compare two or three certifications\n"
    "- /certs all certifications, or those of a tier, price or vendor: free, tier 2, google\n"
    "- /ask privacy tells what I keep, /ask forget-me has it removed\n"
    'Without words, /ask, /recommend and /compare open a form. The menu of any message has "Answer this".'
)
PRIVACY = (
    "I read only what is addressed to me: mentions, direct messages, commands, and messages that somebody has me "
    "answer from their menu. Of a conversation I remember for 15 minutes which certifications it was about and what "
    "you told of yourself, so that you can follow up; of a direct message which answer belongs to it, so that I can "
    "correct it; and I keep whether an answer helped. It stays with this bot and is given to nobody. "
    "/ask forget-me removes it at once."
)
FORGOTTEN = "Done: I have forgotten it."
NOTHING_KEPT = "I kept nothing of you."
BROKEN = "Something went wrong on my side, so I have no answer. Please try again in a moment."
NO_WORDS = "There are no words in it."
SHARED = "Shared in the channel."
NOT_SHARED = "I could not share it there; Slack does not let me write in that conversation."
TITLE = "Certwise"
PROMPTS_TITLE = "Try one of these"
PROMPTS = (
    ("Where do I start?", "I have never written code. Which AI certification should I start with?"),
    ("What does it cost?", "How much is the Google ML exam?"),
    ("Compare two", "AWS or Databricks?"),
    ("What is free?", "Which ones are free?"),
)
"""Title and message of each prompt in the agent panel; at most four."""
ABOUT_SHORTLY = "Answers questions about AI certifications from a guide that your community can correct."
ABOUT = (
    "Ask what an AI certification costs, how long it takes, how hard it is, or which one suits you, in your own "
    "words: mention Certwise in a channel, write it directly, or use /ask, /recommend, /compare and /certs. Every "
    "answer comes from a knowledge base of plain files, with its source and date; what the guide does not say, "
    "Certwise says it does not know. There is no language model in it, and it reads only what is addressed to it."
)
ANSWER_THIS = {
    "name": "Answer this",
    "callback_id": "certwise_answer_this",
    "description": "Have Certwise answer this message; only you see it until you share it",
}
COMMANDS = (
    {"command": "/ask", "description": "Ask about AI certifications", "usage_hint": "[question]"},
    {"command": "/recommend", "description": "Which certification suits you", "usage_hint": "[about you]"},
    {"command": "/compare", "description": "Certifications side by side", "usage_hint": "[aws and databricks]"},
    {"command": "/certs", "description": "List certifications", "usage_hint": "[free, tier 2, google]"},
)
"""As the manifest has them."""
