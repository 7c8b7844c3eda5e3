"""Starts the server: `python -m tests.telegram_server --port 8081 [--token …]`."""

import argparse

import uvicorn

from tests.telegram_server.app import application
from tests.telegram_server.world import TOKEN


def main() -> None:
    """Serve on the loopback interface until the process is ended."""
    parser = argparse.ArgumentParser(prog="tests.telegram_server", description="A Telegram Bot API server for tests.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token", default=TOKEN, help="the only token that is let in")
    asked = parser.parse_args()
    uvicorn.run(
        application(asked.token),
        host="127.0.0.1",
        port=asked.port,
        # Dropped connections are made on purpose here; uvicorn would log each as an error.
        log_level="critical",
        timeout_graceful_shutdown=1,
    )


if __name__ == "__main__":
    main()
