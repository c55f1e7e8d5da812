# tries: to swallow whatever would end it
# honest: TIMEOUT
# cpu: 300


def loop():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
        finally:
            continue


def run(bait):
    loop()
