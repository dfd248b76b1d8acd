"""The nouns: articles, mentions, claims, events, situation; frozen, typed, no I/O."""
