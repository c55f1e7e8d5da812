# ELM4J in a container: the set-up script installs everything, the notebooks run as a plain user.
#
#   docker build -t elm4j .
#   docker run --rm -p 127.0.0.1:8888:8888 elm4j                                       JupyterLab; it prints its address
#   docker run --rm elm4j python3 kernel-setup/elm4j.py demo                           a map of opinions, in the terminal
FROM debian:bookworm-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 ca-certificates \
    && rm -rf /var/lib/apt/lists/*

# The system's packages need root, and change less often than the sources.
COPY kernel-setup/*.py /opt/elm4j-system/kernel-setup/
RUN ELM4J_HOME=/tmp/elm4j python3 /opt/elm4j-system/kernel-setup/elm4j.py install --system \
    && rm -rf /tmp/elm4j /var/lib/apt/lists/*

RUN useradd --create-home elm4j
COPY --chown=elm4j . /home/elm4j/elm4j
USER elm4j
WORKDIR /home/elm4j/elm4j
RUN python3 kernel-setup/elm4j.py install

EXPOSE 8888
CMD ["python3", "kernel-setup/elm4j.py", "lab", "--ip", "0.0.0.0", "--no-browser"]
