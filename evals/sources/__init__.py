"""Sources against annotated cases."""
