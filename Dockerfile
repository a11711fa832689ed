# Two images. The app: start it with `docker compose up`; the sandbox inside needs what compose.yaml allows it.
# `sandbox`: what the docker backend runs submissions in; `make sandbox-image` builds it.
FROM debian:bookworm-slim AS runner
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-venv make ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /landau
# What submissions may import changes seldom and is large: a layer of its own.
COPY Makefile ./
COPY requirements requirements
RUN make .runner/.stamp

FROM runner AS supervisor
# Of all that the judge needs, what the sandbox needs: as pinned for the judge, hashes included.
RUN awk '/^[a-z]/ { keep = /^(psutil|pyseccomp)==/ } keep' requirements/app.lock >requirements/supervisor.lock \
 && python3 -m venv .venv \
 && .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/supervisor.lock \
 && .venv/bin/python -m pip uninstall --quiet --yes pip setuptools

FROM debian:bookworm-slim AS sandbox
# Languages beside Python: make sandbox-image TOOLCHAINS="g++ nodejs default-jdk-headless golang-go rustc pypy3"
ARG TOOLCHAINS="g++"
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 libseccomp2 valgrind ${TOOLCHAINS} \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /landau
COPY --from=runner /landau/.runner .runner
COPY --from=supervisor /landau/.venv .venv
COPY sandbox sandbox
RUN .venv/bin/python -m compileall -q sandbox
USER 60000:60000
ENTRYPOINT ["/landau/.venv/bin/python", "-m", "sandbox.docker.supervisor"]

FROM runner AS build
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
