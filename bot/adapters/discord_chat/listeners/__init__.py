"""What the bot does about each kind of thing that happens on Discord."""
