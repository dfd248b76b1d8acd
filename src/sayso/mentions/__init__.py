"""Articles to mentions: places, actors, times, quantities."""
