# tries: to talk to a server of the kernel on the loopback
# chosen: true
# honest: EXCEPTION
import socket


def run(bait):
    with socket.create_connection(("127.0.0.1", bait["port"]), 1) as connection:
        connection.sendall(b"here is everything")
    return "connected"
