# tries: to fill the table of files of the supervisor, by descriptors sent along its own channel
# honest: VALID, EXCEPTION, PROTOCOL, CRASH, EXIT, TIMEOUT
import array
import os
import socket


def run(bait):
    channel = socket.socket(fileno=os.dup(0))
    channel.settimeout(0.2)
    some = array.array("i", [1] * 200)
    sent = 0
    for _ in range(50):
        try:
            channel.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, some)])
            sent += len(some)
        except OSError:
            break
    return "sent %d descriptors" % sent
