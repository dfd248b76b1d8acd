"""Pages against annotated cases."""
