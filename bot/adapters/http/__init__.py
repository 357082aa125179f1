"""The HTTP server: whether the process lives and is ready, and what the platforms serve besides.

Nothing is imported here: a terminal chat must work without the library for it.
"""
