"""Legal review: what a careful reader would note in agreements and terms, one file a rule."""
