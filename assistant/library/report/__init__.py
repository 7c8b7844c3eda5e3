"""What can be told of every text: as people read it, with its numbers, its faults, its sources and its reviews."""
