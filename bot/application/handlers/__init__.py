"""One module for each way of answering."""
