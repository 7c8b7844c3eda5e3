"""A Telegram Bot API server for tests: its own process, real HTTP, Telegram's limits, and a person to play.

Start it with `python -m tests.telegram_server --port 8081`. A bot talks to `http://127.0.0.1:8081/bot<token>/<method>`;
a test plays the person through `tests.telegram_server.person` and the routes under `/admin`. The server follows the Bot
API page (https://core.telegram.org/bots/api); where that page is silent it does what is known of the real server.
"""
