"""Places against annotated cases."""
