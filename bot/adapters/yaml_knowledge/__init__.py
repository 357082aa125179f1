"""The knowledge base as YAML files."""

from bot.adapters.yaml_knowledge.loader import load_knowledge

__all__ = ["load_knowledge"]
