"""The command line: the second front end; it starts before anything is drawn."""
