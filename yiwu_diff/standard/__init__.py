"""What a standard is: the model, where datasets lie, how they are read and written."""
