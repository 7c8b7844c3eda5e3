# The product as an image: every part runs from it, `aiskiai --help` lists them. See docs/operations.md.
# `make image-check` does the same steps without a container engine.
FROM python:3.11-slim

# pg_dump for `aiskiai backup`; it must not be older than the server.
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements/run.txt requirements/
RUN pip install --no-cache-dir --require-hashes --no-deps -r requirements/run.txt
COPY pyproject.toml README.md ./
COPY requirements/run.in requirements/
COPY assistant assistant
COPY api api
COPY bot bot
COPY content content
COPY locales locales
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable .

# Learning from the example phrases takes a minute: once here, and not at every start.
ENV AISKIAI_LEARNED_DIR=/app/learned
RUN aiskiai understand < /dev/null

# Nothing but these two folders is ever written to, so the rest may be read-only.
RUN useradd --create-home aiskiai && install -d -o aiskiai -m 700 /data /backups
USER aiskiai
VOLUME /data /backups
ENV AISKIAI_DATA_DIR=/data AISKIAI_BACKUP_DIR=/backups AISKIAI_HOST=0.0.0.0 AISKIAI_LOG_FORMAT=json
EXPOSE 8000
CMD ["aiskiai", "serve"]
