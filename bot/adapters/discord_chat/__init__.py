"""Discord: mentions, direct messages, slash commands and buttons, on discord.py.

Nothing is imported here: the other commands must work without the extra ``discord``.
"""
