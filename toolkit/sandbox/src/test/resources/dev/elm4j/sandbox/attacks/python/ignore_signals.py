# tries: to ignore every signal, the one of the CPU limit too, and to run for ever
# chosen: true
# honest: TIMEOUT
# cpu: 300
import signal


def run(bait):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        pass
