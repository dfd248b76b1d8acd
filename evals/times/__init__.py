"""Times against annotated cases."""
