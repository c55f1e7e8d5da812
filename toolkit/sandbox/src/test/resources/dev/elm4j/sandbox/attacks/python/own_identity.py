# tries: nothing; says who it is: a user of its own, no group, no privilege, a filter
# honest: VALID
# never: NoNewPrivs:\t0|Seccomp:\t0|CapEff:\t0*[1-9a-f]|CapPrm:\t0*[1-9a-f]|Groups:\t0


def run(bait):
    with open("/proc/self/status") as file:
        return "".join(line for line in file if line.startswith(("Uid", "Gid", "Groups", "Cap", "NoNew", "Seccomp:")))
