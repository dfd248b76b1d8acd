"""Figures against annotated cases."""
