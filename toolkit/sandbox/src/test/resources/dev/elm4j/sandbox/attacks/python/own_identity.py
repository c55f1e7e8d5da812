# tries: nothing; says who it is: a user of its own, no group, no privilege, a filter, no new privileges
# honest: VALID
# never: ^weak
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def run(bait):
    weak = []
    if 0 in os.getresuid() + os.getresgid() or 0 in os.getgroups():
        weak.append("user %s, group %s, groups %s" % (os.getresuid(), os.getresgid(), os.getgroups()))
    if libc.prctl(21, 0, 0, 0, 0) != 2:
        weak.append("no filter of system calls")
    if libc.prctl(39, 0, 0, 0, 0) != 1:
        weak.append("new privileges")
    head, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc.capget(head, data)
    if data[0] or data[1] or data[3] or data[4]:
        weak.append("capabilities %s" % list(data))
    return "weak: " + ", ".join(weak) if weak else "as it should be"
