"""Linked provisions: records, facts, what is met, by when, and why."""
