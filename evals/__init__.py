"""How well Sayso reads, measured on annotated cases; one folder a question."""
