"""A year of a department in tables, large enough to draw and with small counts in it."""

from assistant.usecases.statistics import Line, Period, Table, TableId, loose_table, whole_table


def a_year(period: Period) -> tuple[Table, ...]:
    monthly = (3, 7, 12, 9, 8, 14, 6, 5, 11, 10, 9, 6)
    return (
        whole_table(TableId.MONTHS, dict(zip(period.months, monthly, strict=True))),
        whole_table(TableId.NEEDS, {"case-management": 61, "talk": 27, "social-workshops": 12}, is_by_size=True),
        whole_table(
            TableId.ENDS,
            {
                "closed|service": 31,
                "closed|advice": 22,
                "closed|": 18,
                "open": 14,
                "withdrawn": 8,
                "passed-on": 2,
                "closed|=new": 5,
            },
            is_by_size=True,
        ),
        whole_table(TableId.VERDICTS, {"likely": 44, "unlikely": 9, "unsure": 21, "": 26}),
        whole_table(TableId.WHOM, {"self": 38, "other": 62}),
        whole_table(TableId.WAITS, {"0-1": 20, "2-5": 41, "6-10": 18, "11-20": 7, "21-": 0, "none": 14}),
        whole_table(TableId.PROMISES, {"kept": 72, "broken": 11, "running": 9, "none": 8}),
        whole_table(TableId.REPLIES, {"level-1": 12, "level-2": 50, "harder": 21, "unmeasured": 5}),
        loose_table(TableId.TOPICS, {"what-is|case-management": 120, "price|": 45, "how-long|": 3}),
        loose_table(TableId.MISSED, {"case-management": 13, "": 4}),
        Table(TableId.UNDERSTOOD, (Line("what-is|case-management", 40, 85), Line("price|", None)), is_whole=False),
    )
