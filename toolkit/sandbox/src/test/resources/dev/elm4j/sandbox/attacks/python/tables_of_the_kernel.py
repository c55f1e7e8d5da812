# tries: to read what the kernel tells of the machine: networks, mounts, modules, keys, locks, groups
# honest: VALID
# never-on-host: ^read
import os


def run(bait):
    done = []
    names = ["net/tcp", "net/unix", "net/arp", "net/route", "self/mountinfo", "self/cgroup", "self/environ", "self/auxv",
             "self/cmdline", "self/smaps", "self/pagemap", "self/stack", "self/wchan", "self/fdinfo/0", "self/task", "1/cgroup", "1/mountinfo",
             "kallsyms", "modules", "partitions", "keys", "key-users", "locks", "timer_list", "sched_debug", "vmallocinfo",
             "iomem", "ioports", "slabinfo", "pagetypeinfo", "cmdline", "config.gz", "version", "mounts", "swaps", "interrupts",
             "sysvipc/shm", "sys/kernel/hostname", "sys/kernel/random/boot_id", "sys/vm/overcommit_memory", "thread-self/status"]
    places = ["/proc/" + name for name in names] + [
        "/sys/class/net/eth0/address", "/sys/class/dmi/id/product_uuid", "/sys/firmware/dmi/tables/DMI", "/sys/kernel/notes",
        "/sys/kernel/debug", "/sys/kernel/tracing/trace", "/sys/fs/cgroup/cgroup.procs", "/sys/module", "/etc/hostname",
        "/etc/machine-id", "/etc/resolv.conf", "/etc/hosts", "/run", "/var/log", "/var/lib", "/boot", "/root", "/opt"]
    for place in places:
        try:
            if os.path.isdir(place):
                done += [place] if os.listdir(place) else []
            else:
                with open(place, "rb") as file:
                    done += [place] if file.read(64) else []
        except OSError:
            pass
    return "read " + ", ".join(done) if done else "refused"
