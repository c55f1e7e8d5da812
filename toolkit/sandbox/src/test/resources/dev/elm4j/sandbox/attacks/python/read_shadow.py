# tries: to read the password hashes of the host
# honest: EXCEPTION


def run(bait):
    with open("/etc/shadow", "rb") as file:
        return "read /etc/shadow: %d bytes" % len(file.read())
