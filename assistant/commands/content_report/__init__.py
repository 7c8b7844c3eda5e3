"""The command `content report`: every text as people read it, with its numbers, its faults and its reviews."""
