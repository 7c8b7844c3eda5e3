"""Structured logs: a fixed phrase and fields, never a person's words, name or contact."""

import logging
import sys
import unicodedata

import structlog


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
