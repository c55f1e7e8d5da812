# tries: to read the users of the host
# honest: EXCEPTION, VALID
# never-on-host: ^read


def run(bait):
    with open("/etc/passwd", "rb") as file:
        return "read /etc/passwd: %d bytes" % len(file.read())
