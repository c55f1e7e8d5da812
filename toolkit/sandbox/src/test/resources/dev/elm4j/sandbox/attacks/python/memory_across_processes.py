# tries: to read and write the memory, and to copy the descriptors, of other processes
# honest: VALID
# never: ^reached
# machine: x86_64
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    done = []
    buffer = ctypes.create_string_buffer(8)
    address = ctypes.addressof(buffer)
    vector = (ctypes.c_uint64 * 2)(address, 8)
    for pid in (os.getppid(), 1, bait["victimPid"], bait["kernelPid"]):
        for name, number, words in (("read", 310, (pid, vector, 1, vector, 1, 0)), ("write", 311, (pid, vector, 1, vector, 1, 0)),
                                    ("kcmp", 312, (pid, pid, 0, 0, 0)), ("get_robust_list", 274, (pid, vector, vector)),
                                    ("pidfd_getfd", 438, (0, 0, 0)), ("process_madvise", 440, (0, vector, 1, 4, 0)),
                                    ("migrate_pages", 256, (pid, 8, vector, vector)), ("move_pages", 279, (pid, 0, 0, 0, 0, 0))):
            answer = libc.syscall(number, *words)
            # No such process, no such descriptor: the door was open, nobody was behind it.
            if answer >= 0 or ctypes.get_errno() not in (1, 13, 38):
                done.append("%s of %d (errno %d)" % (name, pid, ctypes.get_errno()))
    return "reached " + ", ".join(done) if done else "refused"
