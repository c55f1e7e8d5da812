# tries: to open settings of the kernel, and its own, for writing
# honest: VALID
# never: ^opened
import os


def run(bait):
    done = []
    names = ["/proc/sysrq-trigger", "/proc/kcore", "/proc/kmsg", "/proc/kallsyms", "/proc/timer_list", "/proc/self/clear_refs"]
    names += ["/proc/sys/" + name for name in ("kernel/core_pattern", "kernel/modprobe", "kernel/randomize_va_space",
                                               "vm/overcommit_memory", "fs/binfmt_misc/register", "net/ipv4/ip_forward")]
    names += ["/proc/self/" + name for name in ("oom_score_adj", "uid_map", "gid_map", "setgroups", "loginuid", "comm",
                                                "coredump_filter", "timerslack_ns", "attr/current", "autogroup")]
    names += ["/sys/kernel/uevent_helper", "/sys/power/state", "/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/memory.max",
              "/sys/fs/cgroup/release_agent", "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/pids/pids.max"]
    for name in names:
        try:
            os.open(name, os.O_WRONLY)
            done.append(name)
        except OSError:
            pass
    return "opened " + ", ".join(done) if done else "refused"
