"""The chat in a terminal: cards and a prompt for people, plain text for pipes.

Nothing is imported here: pipes must work without the packages of the extra ``chat``.
"""
