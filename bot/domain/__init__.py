"""The words of Certwise as frozen values; standard library only."""
