# tries: names that are written otherwise than they are read
# honest: VALID, EXCEPTION, SYNTAX_ERROR
# never: ^read
import ｏｓ


def run(bait):
    try:
        return "read %d" % ｏｓ.𝐨𝐩𝐞𝐧(bait["canary"], 0)
    except OSError:
        return "refused"
