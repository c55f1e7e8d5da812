# tries: further system calls that a list of forbidden ones would forget, and those newer than it
# honest: VALID
# never: ^reached
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)

DOORS = {
    "process_madvise": 440, "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438, "kcmp": 312, "move_pages": 279,
    "migrate_pages": 256, "mbind": 237, "set_mempolicy": 238, "remap_file_pages": 216, "mlock": 149, "mlockall": 151,
    "mlock2": 325, "splice": 275, "tee": 276, "sendfile": 40, "copy_file_range": 326, "fallocate": 285, "truncate": 76,
    "ftruncate": 77, "utimensat": 280, "setxattr": 188, "removexattr": 197, "inotify_init": 253, "inotify_init1": 294,
    "fanotify_mark": 301, "io_setup": 206, "io_submit": 209, "io_getevents": 208, "personality": 135, "vhangup": 153,
    "sysfs": 139, "ptrace": 101, "seccomp": 317, "sync": 162, "syncfs": 306, "sync_file_range": 277, "readahead": 187,
    "flock": 73, "semget": 64, "shmat": 30, "msgrcv": 70, "mq_open": 240, "sched_setaffinity": 203, "sched_setscheduler": 144,
    "sched_setattr": 314, "setpriority": 141, "ioprio_set": 251, "setfsuid": 122, "setfsgid": 123, "setgroups": 116,
    "setresuid": 117, "setresgid": 119, "setns": 308, "memfd_create": 319, "execveat": 322, "vfork": 58, "fork": 57,
    "socketpair": 53, "shutdown": 48, "sendmsg": 46, "recvmsg": 47, "sendto": 44, "recvfrom": 45, "getsockopt": 55,
    "landlock_create_ruleset": 444, "landlock_restrict_self": 446, "set_mempolicy_home_node": 450, "cachestat": 451,
    "fchmodat2": 452, "map_shadow_stack": 453, "statmount": 457, "listmount": 458, "lsm_get_self_attr": 459,
    "lsm_set_self_attr": 460, "lsm_list_modules": 461, "mseal": 462, "setxattrat": 463, "open_tree_attr": 467,
    "tkill": 200, "rt_sigqueueinfo": 129, "rt_tgsigqueueinfo": 297, "get_robust_list": 274, "nfsservctl": 180,
    "kexec_file_load": 320, "pivot_root": 155, "name_to_handle_at": 303, "open_by_handle_at": 304,
}


def run(bait):
    done = []
    for name, number in DOORS.items():
        ctypes.set_errno(0)
        answer = libc.syscall(number, -1, 0, 0, 0, 0, 0)
        if answer >= 0 or ctypes.get_errno() not in (1, 13, 38):
            done.append("%s (%d, errno %d)" % (name, answer, ctypes.get_errno()))
    return "reached " + ", ".join(done) if done else "refused"
