"""``python -m yiwu_diff``."""

from yiwu_diff.cli.main import main

if __name__ == "__main__":
    main()
