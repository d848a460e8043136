"""The archive: from files of news to articles, quotations and answers."""
