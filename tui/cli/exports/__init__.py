"""What a search finds as files: tables, JSON lines, Markdown, a page for browsers."""
