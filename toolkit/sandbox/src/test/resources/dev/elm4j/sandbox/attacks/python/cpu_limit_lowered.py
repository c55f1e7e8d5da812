# tries: to die of a limit of its own choice, as if it were the sandbox's
# honest: CRASH, TIMEOUT
# cpu: 3000
import resource


def run(bait):
    resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    while True:
        pass
