"""Looking after the knowledge: validation and checks."""
