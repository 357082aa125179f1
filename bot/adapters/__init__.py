"""Thin adapters to the outside, independent of one another."""
