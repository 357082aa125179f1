# Certwise in a container: `docker build -t certwise .`, then `docker run --env-file .env certwise`.

FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /source
RUN python -m venv /opt/certwise
COPY LICENSE README.md pyproject.toml ./
COPY bot bot
COPY knowledge knowledge
# What takes half a minute to build of the knowledge is built here, so that a container starts in two seconds.
RUN /opt/certwise/bin/pip install '.[discord,slack]' \
    && XDG_CACHE_HOME=/var/cache /opt/certwise/bin/certwise ask hello

FROM python:3.13-slim

RUN useradd --system --uid 10001 --home-dir /var/lib/certwise --create-home certwise
COPY --from=build /opt/certwise /opt/certwise
COPY --from=build --chown=certwise:certwise /var/cache/certwise /var/cache/certwise
ENV PATH=/opt/certwise/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/var/cache \
    XDG_STATE_HOME=/var/lib \
    HOST=0.0.0.0 \
    PORT=3000
USER 10001
# Where workspaces are remembered that installed the bot on Slack by OAuth.
VOLUME /var/lib/certwise
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/livez', timeout=2)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["certwise"]
CMD ["run"]
