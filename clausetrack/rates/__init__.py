"""Dated amounts by scale, step and day: from tables, from sentences, joined."""
