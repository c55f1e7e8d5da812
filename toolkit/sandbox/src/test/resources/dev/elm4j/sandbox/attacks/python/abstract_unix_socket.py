# tries: to leave a name in the abstract space of the kernel, which knows no files
# honest: EXCEPTION
import socket


def run(bait):
    server = socket.socket(socket.AF_UNIX)
    server.bind("\0elm4j-attack")
    server.listen(1)
    return "listens"
