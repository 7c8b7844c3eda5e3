"""One file a step, in the order in which `down_revision` ties them."""
