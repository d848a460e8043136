"""From articles, quotations and answers to lines of styled text; nothing is drawn here."""
