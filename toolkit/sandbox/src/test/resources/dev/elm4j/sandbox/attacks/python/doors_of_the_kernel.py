# tries: system calls that are known for holes; each with arguments that do no harm
# chosen: true
# honest: VALID
# never: ^reached
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)

DOORS = {
    "bpf": (321, (99, 0, 0)), "keyctl": (250, (99, 0, 0, 0, 0)), "add_key": (248, (0, 0, 0, 0, 0)), "request_key": (249, (0, 0, 0, 0)),
    "io_uring_setup": (425, (0, 0)), "io_uring_enter": (426, (-1, 0, 0, 0, 0)), "userfaultfd": (323, (99,)),
    "perf_event_open": (298, (0, 0, 0, 0, 0)), "mount": (165, (0, 0, 0, 0, 0)), "umount2": (166, (0, 0)), "unshare": (272, (0x10000000,)),
    "setns": (308, (-1, 0)), "init_module": (175, (0, 0, 0)), "finit_module": (313, (-1, 0, 0)), "delete_module": (176, (0, 0)),
    "kexec_load": (246, (0, 99, 0, 0)), "reboot": (169, (0, 0, 0, 0)), "swapon": (167, (0, 0)), "iopl": (172, (4,)),
    "ioperm": (173, (-1, 0, 0)), "acct": (163, (b"",)), "quotactl": (179, (-1, 0, 0, 0)), "syslog": (103, (99, 0, 0)),
    "settimeofday": (164, (1, 0)), "clock_settime": (227, (99, 0)), "adjtimex": (159, (0,)), "sethostname": (170, (0, -1)),
    "modify_ldt": (154, (99, 0, 0)), "lookup_dcookie": (212, (0, 0, 0)), "fanotify_init": (300, (-1, 0)),
    "seccomp with a listener": (317, (1, 8, 0)), "pkey": (330, (99, 99)), "quotactl_fd": (443, (-1, 0, 0, 0)), "memfd_secret": (447, (99,)),
    "process_mrelease": (448, (-1, 0)), "name_to_handle": (303, (-1, 0, 0, 0, 0)), "vmsplice": (278, (-1, 0, 0, 0)),
    "uselib": (134, (0,)), "ustat": (136, (0, 0)), "mknod": (133, (0, 0, 0)), "capset": (126, (0, 0)),
}


def run(bait):
    done = []
    for name, (number, words) in DOORS.items():
        answer = libc.syscall(number, *words)
        if answer >= 0 or ctypes.get_errno() not in (1, 13, 38):
            done.append("%s (errno %d)" % (name, ctypes.get_errno()))
    return "reached " + ", ".join(done) if done else "refused"
