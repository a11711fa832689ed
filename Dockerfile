# The app as one image. Start it with `docker compose up`: the sandbox inside needs what compose.yaml allows it.
FROM debian:bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-venv make ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /landau
# What submissions may import changes seldom and is large: a layer of its own.
COPY Makefile ./
COPY requirements requirements
RUN make .runner/.stamp
COPY . .
RUN make setup

FROM debian:bookworm-slim
# libseccomp2: the sandbox's system-call filter. valgrind: decides growth that time cannot.
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 libseccomp2 valgrind \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home landau \
 && install -d -o landau -g landau -m 700 /data
COPY --from=build /landau /landau
ENV LANDAU_HOME=/data \
    PATH=/landau/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /data
USER landau
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/', timeout=4)"]
CMD ["judge", "serve"]
