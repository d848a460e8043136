"""The parts of the page; each draws what it is given and says what was done to it."""
