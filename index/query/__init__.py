"""The query language: text to values, values to text, and what each value means."""
