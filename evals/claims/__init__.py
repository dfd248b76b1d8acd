"""Claims against annotated cases."""
