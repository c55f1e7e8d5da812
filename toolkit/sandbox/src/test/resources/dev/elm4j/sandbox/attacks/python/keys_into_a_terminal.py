# tries: to type into the terminal of the kernel, if it was born with one
# honest: VALID
# never: ^typed
import fcntl


def run(bait):
    done = []
    for descriptor in range(64):
        for request in (0x5412, 0x541C):
            try:
                fcntl.ioctl(descriptor, request, b"\n")
                done.append(str(descriptor))
            except OSError:
                pass
    return "typed into " + ", ".join(done) if done else "refused"
