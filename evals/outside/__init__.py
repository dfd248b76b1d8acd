"""Claims in reporting on wars that the reader was not made for."""
