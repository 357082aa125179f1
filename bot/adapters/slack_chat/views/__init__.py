"""Modals and the App Home."""
