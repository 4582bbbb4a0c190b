"""Run the program from a checkout: `python cli.py --help`."""

from clausetrack.commands import program

if __name__ == "__main__":
    program()
