"""The wordings by which people tell of danger, as patterns over folded words parted by single spaces.

Written by hand and on purpose generous: a missed cry for help is worse than a needless question. In each module DIRECT
wordings leave no doubt, and VAGUE ones are met with a question. Wordings in five languages stand together.
"""
