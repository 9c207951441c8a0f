"""Folders of candidates: every file analysed in isolation, remembered in a journal, ranked, exported, compared and audited."""
