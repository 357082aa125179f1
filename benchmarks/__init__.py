"""Measurements on public data; none of this is needed to run the bot."""
