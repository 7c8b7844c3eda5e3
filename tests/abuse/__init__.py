"""What somebody with bad intent would try, each refused or made harmless; `python -m tests.abuse` prints the counts."""
