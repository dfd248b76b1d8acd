"""`python -m sayso` does what `sayso` does."""

from sayso.cli import main

if __name__ == "__main__":
    main()
