"""Understanding of utterances: entities, intents, confidence."""
