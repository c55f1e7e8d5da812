# tries: shared memory, semaphores and queues of System V, which outlive their makers
# chosen: true
# honest: VALID
# never: ^made
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    for name, number, words in (("memory", 29, (0x454C4D, 1 << 20, 0o1666)), ("semaphore", 64, (0x454C4D, 1, 0o1666)),
                                ("queue", 68, (0x454C4D, 0o1666))):
        if libc.syscall(number, *words) >= 0:
            done.append(name)
    return "made " + ", ".join(done) if done else "refused"
