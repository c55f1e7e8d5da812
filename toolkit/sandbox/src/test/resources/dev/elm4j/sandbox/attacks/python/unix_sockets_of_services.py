# tries: to reach services of the host by their sockets
# honest: VALID
# never: ^connected
import socket


def run(bait):
    done = []
    for path in ("/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/run/dbus/system_bus_socket",
                 "/run/systemd/private", "/dev/log", "/run/systemd/journal/socket", bait["unixSocket"]):
        try:
            socket.socket(socket.AF_UNIX).connect(path)
            done.append(path)
        except OSError:
            pass
    return "connected to " + ", ".join(done) if done else "refused"
