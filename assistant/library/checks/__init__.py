"""Checks of everything that editors own: one file for each concern."""

from assistant.library.checks.content import Checked, check_content, checked_content
from assistant.library.checks.problem import Problem

__all__ = ["Checked", "Problem", "check_content", "checked_content"]
