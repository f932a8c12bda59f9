"""Watching: feeds, sitemaps and folders are visited, what is new is checked and kept, and alerts go out by rule."""
