"""What pages must give, written by people, checked item by item against what the chain made of them."""
