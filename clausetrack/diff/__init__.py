"""Two versions compared: clauses aligned, wording by words, tables by key."""
