"""What writes parts of the repository from the code."""
