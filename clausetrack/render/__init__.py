"""Results as people and programs read them: HTML, JSON, terminal, Word. Values in, bytes out."""
