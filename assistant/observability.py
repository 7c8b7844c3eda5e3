"""Structured logs: a fixed phrase and fields, never a person's words, name or contact.

All lines of one web request have its `request_id`, all of one entry of the outbox its `entry`, all of one of Telegram's
updates its `update`.
"""

import logging
import sys
import traceback
import unicodedata

import structlog

DEPTH = 8
"""Of the places in the code that led to an error of a library, this many of the last are logged."""


class OthersHandler(logging.Handler):
    """What libraries log becomes lines like ours, so that a log for machines holds no line that they cannot read."""

    def emit(self, record: logging.LogRecord) -> None:
        """Without the error's own words and its traceback, which may quote what a person has written."""
        error = record.exc_info[1] if record.exc_info else None
        fields: dict[str, object] = {"library": record.name}
        if error is not None:
            fields["kind"] = type(error).__name__
            fields["where"] = [
                f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-DEPTH:]
            ]
        try:
            # The first line only: what follows is often a traceback.
            fields["said"] = record.getMessage().partition("\n")[0]
        except (TypeError, ValueError):
            fields["said"] = str(record.msg)
        structlog.get_logger(record.name).log(record.levelno, "a library says", **fields)


def set_up_logs(log_format: str) -> None:
    """Log to standard error, as lines for people ("text") or for machines ("json")."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _harmless,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    if log_format == "json":
        logging.basicConfig(level=logging.WARNING, handlers=[OthersHandler()], force=True)
    # The web server's own access lines would hold addresses of pages, which hold ids of conversations.
    logging.getLogger("uvicorn.access").disabled = True


def _harmless(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """What comes from outside begins no line of its own, steers no terminal and turns no writing around."""
    return {name: _escaped(value) if isinstance(value, str) else value for name, value in event.items()}


def _escaped(text: str) -> str:
    """Control and format signs written out; what programs themselves put in lines of an error stays readable."""
    return "".join(
        sign.encode("unicode_escape").decode("ascii") if unicodedata.category(sign) in _STEERING else sign
        for sign in text
    )


_STEERING = frozenset({"Cc", "Cf", "Zl", "Zp"})
