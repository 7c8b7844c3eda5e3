"""The pages on which leads look after their own department."""
