# tries: to change how texts become bytes
# honest: VALID, EXIT, EXCEPTION
import codecs
import sys


def handler(error):
    while True:
        pass


def run(bait):
    codecs.register_error("replace", handler)
    codecs.register_error("strict", handler)
    codecs.register(lambda name: (_ for _ in ()).throw(MemoryError()))
    sys.stdout.reconfigure(encoding="utf-16", errors="surrogatepass")
    print("\ud800 text")
    return "\ud800 text"
