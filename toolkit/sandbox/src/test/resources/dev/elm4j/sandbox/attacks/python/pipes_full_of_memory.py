# tries: memory that is not its own: pipes and events of the kernel, filled
# honest: VALID, EXCEPTION
# never: ^filled [0-9]{8}
import os


def run(bait):
    filled = 0
    try:
        while True:
            read, write = os.pipe()
            os.set_blocking(write, False)
            try:
                while True:
                    filled += os.write(write, bytes(65536))
            except BlockingIOError:
                pass
    except OSError:
        pass
    return "filled %d" % filled
