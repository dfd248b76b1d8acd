"""Resolution of names against annotated cases."""
