"""One repository a port; each speaks to the open transaction and never commits."""
