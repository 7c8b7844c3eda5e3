"""The command `doctor`: looks at a deployment from all sides and says in plain words what to mend. It mends nothing."""
