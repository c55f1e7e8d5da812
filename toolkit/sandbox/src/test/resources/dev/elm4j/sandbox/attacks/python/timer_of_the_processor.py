# tries: to use the processor only between two looks at its clock: sleeps a little after a little work
# honest: TIMEOUT
# cpu: 300
# wall: 4000
import time


def run(bait):
    while True:
        end = time.perf_counter() + 0.0008
        while time.perf_counter() < end:
            pass
        time.sleep(0.0002)
