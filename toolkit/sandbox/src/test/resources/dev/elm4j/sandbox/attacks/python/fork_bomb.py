# tries: to fork until nothing goes any more; stops at 200
# chosen: true
# honest: VALID
# never: ^forked
import os
import time


def run(bait):
    forked = 0
    for _ in range(200):
        try:
            if os.fork() == 0:
                time.sleep(5)
                os._exit(0)
            forked += 1
        except OSError:
            break
    return "forked %d" % forked if forked else "refused"
