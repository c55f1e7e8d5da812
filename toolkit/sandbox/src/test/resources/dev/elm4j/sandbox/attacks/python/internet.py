# tries: to send data out, and to ask for a name
# honest: VALID
# never: ^sent
import socket


def run(bait):
    done = []
    acts = {
        "datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"data", ("192.0.2.1", 53)),
        "stream": lambda: socket.create_connection(("192.0.2.1", 80), 0.2),
        "name": lambda: socket.getaddrinfo("localhost.localdomain", 80),
        "stream 6": lambda: socket.socket(socket.AF_INET6).connect(("::1", bait["port"])),
        "listen": lambda: socket.create_server(("127.0.0.1", 0)),
    }
    for name, act in acts.items():
        try:
            act()
            done.append(name)
        except OSError:
            pass
    return "sent " + ", ".join(done) if done else "refused"
