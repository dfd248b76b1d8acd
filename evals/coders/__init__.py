"""Do the events of war reports agree with those that human coders made of other sources?"""
