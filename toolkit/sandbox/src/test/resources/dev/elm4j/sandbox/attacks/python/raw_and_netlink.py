# tries: raw packets, netlink, the crypto interface of the kernel
# honest: VALID
# never: ^made
import socket


def run(bait):
    done = []
    for name, words in (("packet", (17, 3, 0x0300)), ("raw", (2, 3, 1)), ("ping", (2, 2, 1)), ("route", (16, 3, 0)),
                        ("audit", (16, 3, 9)), ("crypto", (38, 5, 0)), ("vsock", (40, 1, 0)), ("xdp", (44, 3, 0)),
                        ("bluetooth", (31, 3, 1)), ("can", (29, 3, 1))):
        try:
            socket.socket(*words)
            done.append(name)
        except OSError:
            pass
    return "made " + ", ".join(done) if done else "refused"
