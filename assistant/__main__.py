"""python -m assistant is the command aiskiai."""

from assistant.cli import main

main()
