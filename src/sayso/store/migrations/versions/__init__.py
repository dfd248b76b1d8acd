"""One script a version of the tables; a script is never changed once ledgers were made with it."""
