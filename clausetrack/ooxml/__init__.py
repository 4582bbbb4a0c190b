"""Word packages: parts, text, revisions, comments; shared by reader, writer and proof."""
