"""Certwise: a chatbot that answers questions about AI certifications from a knowledge base people can read."""

__version__ = "0.1.0"
