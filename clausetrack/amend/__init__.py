"""Amendments: what terms of settlement order, and what that does to a base agreement."""
