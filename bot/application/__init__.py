"""What Certwise does: answer, and help moderators look after the knowledge."""
