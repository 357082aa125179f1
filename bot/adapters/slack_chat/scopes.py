"""What the bot asks to be allowed, and what it listens to."""

SCOPES = ("app_mentions:read", "chat:write", "commands", "im:history")
"""The least that it can do with: it reads nothing that is not addressed to it."""
AGENT_SCOPE = "assistant:write"
"""For the agent panel, which Slack has on paid plans only."""
EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked")
