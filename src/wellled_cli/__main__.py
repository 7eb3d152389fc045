"""Run the command line: ``python -m wellled_cli``."""

from wellled_cli.cli.main import main

if __name__ == "__main__":
    main()
