"""From articles, quotations and answers to lines of styled text."""
