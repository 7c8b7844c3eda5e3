"""Explores the whole dialogue and says where it breaks a rule: `python -m tests.crawl`."""
