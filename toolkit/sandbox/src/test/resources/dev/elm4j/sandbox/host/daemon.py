"""A Docker daemon in a folder of its own: daemon.py KERNEL_SETUP FOLDER up ROOT TAG | again | containers | down."""
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from docker_host import Docker, Host, started_at

host = Host(Path(sys.argv[2]), {})
docker = Docker(host.socket)


def up(root, tag):
    """With an image of this root; prints the image's id."""
    host.start()
    with subprocess.Popen(["tar", "-C", root, "--numeric-owner", "-c", "."], stdout=subprocess.PIPE) as tar:
        docker.import_root(iter(lambda: tar.stdout.read(1 << 20), b""), tag, [])
    print(docker.image(tag)["id"])


def again():
    """As an init system starts it again: what the last one left is for the daemon itself to clear away.

    But for its process files: where process 1 does not reap, a daemon that was killed seems to be there still.
    """
    for left in ("dockerd.pid", "exec/containerd/containerd.pid"):
        if (host.folder / left).exists():
            (host.folder / left).unlink()
    with open(host.log, "ab") as log:
        daemon = subprocess.Popen([str(word) for word in host.command()], stdin=subprocess.DEVNULL, stdout=log,
                                  stderr=subprocess.STDOUT, start_new_session=True, cwd="/")
    host.record.write_text(json.dumps({"pid": daemon.pid, "started": started_at(daemon.pid)}))
    host.await_ready(daemon)


def containers():
    print("\n".join(docker.containers()), end="")


def down():
    host.stop()


{"up": up, "again": again, "containers": containers, "down": down}[sys.argv[3]](*sys.argv[4:])
