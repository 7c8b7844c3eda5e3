"""The tests; a package, because one of the libraries installs a package of the same name that would win."""
