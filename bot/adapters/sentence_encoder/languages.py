"""What encoders read, by ISO 639 codes."""

ENGLISH_ONLY = frozenset({"en"})
MANY_LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})
"""Those of the universal encoder, Chinese in both scripts; the others that read many read these too."""
