"""Are claims of different articles joined into one event when people who read both texts say that they tell of one?"""
