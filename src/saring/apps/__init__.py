"""The doors: command line and Python. They translate between people or programs and the river; they do not think."""
