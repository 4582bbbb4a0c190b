"""Our mark-up against theirs: each difference once, at its clause, as the kind of thing it is."""
