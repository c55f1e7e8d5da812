# tries: to loop whenever rubbish is collected
# honest: TIMEOUT, VALID
# cpu: 300
import gc


def loop(phase, info):
    while True:
        pass


def run(bait):
    gc.callbacks.append(loop)
    gc.set_threshold(1)
    return [[number] for number in range(1000)]
