"""Audits of a ranking: what it does to groups that the user names, and whether it hangs on who somebody is."""
