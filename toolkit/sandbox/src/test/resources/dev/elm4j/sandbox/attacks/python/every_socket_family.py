# tries: to make a socket of any family and type
# chosen: true
# honest: VALID
# never: ^made
import socket


def run(bait):
    done = []
    for family in range(46):
        for kind in (1, 2, 3, 4, 5, 6, 10):
            try:
                socket.socket(family, kind, 0)
                done.append("%d/%d" % (family, kind))
            except OSError:
                pass
    return "made " + ", ".join(done) if done else "refused"
