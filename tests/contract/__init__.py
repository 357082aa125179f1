"""What every platform must do alike."""
