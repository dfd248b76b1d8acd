"""What a view states, what changed between two of them and why, and the notices that tell of it."""
