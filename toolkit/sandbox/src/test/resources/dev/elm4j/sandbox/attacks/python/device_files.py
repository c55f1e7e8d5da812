# tries: to open devices
# honest: VALID
# chosen: true
# never: ^opened
import os


def run(bait):
    done = []
    for name in ("mem", "kmem", "port", "kmsg", "kvm", "fuse", "tty", "ptmx", "console", "tty0", "loop-control", "loop0", "sda",
                 "vda", "nvme0n1", "net/tun", "uinput", "snapshot", "hpet", "vhost-net", "userfaultfd", "dri/card0",
                 "nvidia0", "nvidiactl", "mapper/control", "rtc0", "watchdog", "autofs", "btrfs-control", "cpu/0/msr"):
        for flags in (os.O_RDONLY, os.O_RDWR):
            try:
                os.open("/dev/" + name, flags | os.O_NONBLOCK)
                done.append("%s %d" % (name, flags))
            except OSError:
                pass
    return "opened " + ", ".join(done) if done else "refused"
