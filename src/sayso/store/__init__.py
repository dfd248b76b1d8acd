"""The ledger on disk; the only SQL."""
