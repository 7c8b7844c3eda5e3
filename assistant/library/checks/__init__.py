"""Checks of everything that editors own: one file for each concern."""

from assistant.library.checks.content import Examination, check_content, examine
from assistant.library.checks.problem import Problem

__all__ = ["Examination", "Problem", "check_content", "examine"]
