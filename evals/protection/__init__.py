"""Private and public persons named in news, against what the gate of protection masks."""
