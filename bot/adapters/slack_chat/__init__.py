"""Slack: mentions, direct messages, the agent panel, commands, modals and the App Home, on Bolt.

Nothing is imported here: the other commands must work without the extra ``slack``.
"""
