# tries: to read files whose names it was told, readable by everybody
# chosen: true
# honest: VALID
# never: ^read


def run(bait):
    done = []
    for path in (bait["canary"], bait["homeCanary"], "/proc/self/root" + bait["canary"], "/proc/1/root" + bait["canary"]):
        try:
            with open(path) as file:
                done.append("%s: %s" % (path, file.read()))
        except OSError:
            pass
    return "read " + ", ".join(done) if done else "refused"
