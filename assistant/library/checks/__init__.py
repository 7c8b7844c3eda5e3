"""Checks of everything that editors own: one file for each concern."""

from assistant.library.checks.content import check_content
from assistant.library.checks.problem import Problem

__all__ = ["Problem", "check_content"]
