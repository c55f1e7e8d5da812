# tries: to walk to its callers and to read what they know
# honest: VALID
# never: (?i)expected|previous-program-[0-9]
import sys


def run(bait):
    seen = []
    frame = sys._getframe()
    while frame is not None:
        seen.append("%s: %.300r %.300r" % (frame.f_code.co_name, sorted(frame.f_locals), list(frame.f_locals.values())))
        frame = frame.f_back
    return "\n".join(seen[1:])
