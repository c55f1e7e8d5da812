"""System calls by number: which ones a program may make. What is in no list here is refused.

The lists are generous with what touches only the process itself (memory, clocks, waiting, its open files) and leave out
everything that makes, names, changes or finds anything outside it. Numbers of x86_64 are measured; those of aarch64 are
from the kernel's table and not tested, so a supervisor on aarch64 says that its filter is missing.
"""

# Always allowed: reading, memory, clocks, waiting, threads of its own, questions about itself.
X86_64_ALLOWED = {
    "read": 0, "write": 1, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "poll": 7, "lseek": 8, "mmap": 9,
    "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15,
    "pread64": 17, "pwrite64": 18, "readv": 19, "writev": 20, "access": 21, "pipe": 22, "select": 23,
    "sched_yield": 24, "mremap": 25, "msync": 26, "mincore": 27, "madvise": 28, "dup": 32, "dup2": 33, "pause": 34,
    "nanosleep": 35, "getitimer": 36, "alarm": 37, "setitimer": 38, "getpid": 39, "exit": 60, "wait4": 61,
    "uname": 63, "fsync": 74, "fdatasync": 75, "getdents": 78, "getcwd": 79, "chdir": 80, "fchdir": 81,
    "readlink": 89, "umask": 95, "gettimeofday": 96, "getrlimit": 97, "getrusage": 98, "sysinfo": 99, "times": 100,
    "getuid": 102, "getgid": 104, "geteuid": 107, "getegid": 108, "getppid": 110, "getpgrp": 111, "getgroups": 115,
    "getresuid": 118, "getresgid": 120, "getpgid": 121, "getsid": 124, "capget": 125, "rt_sigpending": 127,
    "rt_sigtimedwait": 128, "rt_sigsuspend": 130, "sigaltstack": 131, "statfs": 137, "fstatfs": 138,
    "getpriority": 140, "sched_getparam": 143, "sched_getscheduler": 145, "sched_get_priority_max": 146,
    "sched_get_priority_min": 147, "sched_rr_get_interval": 148, "arch_prctl": 158, "setrlimit": 160, "gettid": 186,
    "time": 201, "futex": 202, "sched_getaffinity": 204, "epoll_create": 213, "getdents64": 217,
    "set_tid_address": 218, "restart_syscall": 219, "fadvise64": 221, "timer_create": 222, "timer_settime": 223,
    "timer_gettime": 224, "timer_getoverrun": 225, "timer_delete": 226, "clock_gettime": 228, "clock_getres": 229,
    "clock_nanosleep": 230, "exit_group": 231, "epoll_wait": 232, "epoll_ctl": 233, "get_mempolicy": 239,
    "waitid": 247, "ioprio_get": 252, "newfstatat": 262, "readlinkat": 267, "faccessat": 269, "pselect6": 270,
    "ppoll": 271, "set_robust_list": 273, "epoll_pwait": 281, "signalfd": 282, "timerfd_create": 283, "eventfd": 284,
    "timerfd_settime": 286, "timerfd_gettime": 287, "signalfd4": 289, "eventfd2": 290, "epoll_create1": 291,
    "dup3": 292, "pipe2": 293, "preadv": 295, "pwritev": 296, "getcpu": 309, "sched_getattr": 315, "getrandom": 318,
    "membarrier": 324, "preadv2": 327, "pwritev2": 328, "statx": 332, "rseq": 334, "close_range": 436,
    "faccessat2": 439, "epoll_pwait2": 441, "futex_waitv": 449, "futex_wake": 454, "futex_wait": 455,
    "futex_requeue": 456,
}

# Allowed with certain arguments only; see seccomp.py.
X86_64_CHECKED = {
    "open": 2, "ioctl": 16, "clone": 56, "execve": 59, "kill": 62, "fcntl": 72, "prctl": 157, "tgkill": 234,
    "openat": 257, "prlimit64": 302,
}

# Refused with ENOSYS instead of EPERM: libraries then take the older call, whose flags the filter can see.
X86_64_UNKNOWN = {"clone3": 435, "openat2": 437}

AARCH64_ALLOWED = {
    "getcwd": 17, "eventfd2": 19, "epoll_create1": 20, "epoll_ctl": 21, "epoll_pwait": 22, "dup": 23, "dup3": 24,
    "ioprio_get": 31, "statfs": 43, "fstatfs": 44, "faccessat": 48, "chdir": 49, "fchdir": 50,
    "close": 57, "pipe2": 59, "getdents64": 61, "lseek": 62, "read": 63, "write": 64, "readv": 65, "writev": 66,
    "pread64": 67, "pwrite64": 68, "preadv": 69, "pwritev": 70, "pselect6": 72, "ppoll": 73, "signalfd4": 74,
    "readlinkat": 78, "newfstatat": 79, "fstat": 80, "fsync": 82, "fdatasync": 83, "timerfd_create": 85,
    "timerfd_settime": 86, "timerfd_gettime": 87, "capget": 90, "exit": 93, "exit_group": 94, "waitid": 95,
    "set_tid_address": 96, "futex": 98, "set_robust_list": 99, "nanosleep": 101, "getitimer": 102, "setitimer": 103,
    "timer_create": 107, "timer_gettime": 108, "timer_getoverrun": 109, "timer_settime": 110, "timer_delete": 111,
    "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115, "sched_getscheduler": 120,
    "sched_getparam": 121, "sched_getaffinity": 123, "sched_yield": 124, "sched_get_priority_max": 125,
    "sched_get_priority_min": 126, "sched_rr_get_interval": 127, "restart_syscall": 128, "sigaltstack": 132,
    "rt_sigsuspend": 133, "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigpending": 136, "rt_sigtimedwait": 137,
    "rt_sigreturn": 139, "getpriority": 141, "getresuid": 148, "getresgid": 150, "times": 153, "getpgid": 155,
    "getsid": 156, "getgroups": 158, "uname": 160, "getrlimit": 163, "setrlimit": 164, "getrusage": 165,
    "umask": 166, "getcpu": 168, "gettimeofday": 169, "getpid": 172, "getppid": 173, "getuid": 174, "geteuid": 175,
    "getgid": 176, "getegid": 177, "gettid": 178, "sysinfo": 179, "brk": 214, "munmap": 215, "mremap": 216,
    "mmap": 222, "fadvise64": 223, "mprotect": 226, "msync": 227, "mincore": 232, "madvise": 233,
    "get_mempolicy": 236, "wait4": 260, "sched_getattr": 275, "getrandom": 278, "membarrier": 283, "preadv2": 286,
    "pwritev2": 287, "statx": 291, "rseq": 293, "close_range": 436, "faccessat2": 439, "epoll_pwait2": 441,
    "futex_waitv": 449, "futex_wake": 454, "futex_wait": 455, "futex_requeue": 456,
}
AARCH64_CHECKED = {
    "fcntl": 25, "ioctl": 29, "openat": 56, "kill": 129, "tgkill": 131, "prctl": 167, "clone": 220, "execve": 221,
    "prlimit64": 261,
}
AARCH64_UNKNOWN = {"clone3": 435, "openat2": 437}


class Table:
    """The calls of one kind of machine.

    audit: the kernel's number of the architecture; a call of any other (32-bit code, say) ends the process.
    newest: calls above this number are newer than the table and answered ENOSYS, as an older kernel would.
    """

    def __init__(self, audit, allowed, checked, unknown):
        self.audit, self.allowed, self.checked, self.unknown = audit, allowed, checked, unknown
        self.newest = 456


TABLES = {"x86_64": Table(0xC000003E, X86_64_ALLOWED, X86_64_CHECKED, X86_64_UNKNOWN)}
UNTESTED = {"aarch64": Table(0xC00000B7, AARCH64_ALLOWED, AARCH64_CHECKED, AARCH64_UNKNOWN)}
