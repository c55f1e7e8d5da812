# tries: to break readers of its output: no UTF-8, control sequences, lone surrogates, frames
# honest: VALID
import os
import sys


def run(bait):
    os.write(1, b"\xff\xfe\x00\x1b]0;title\x07\x1b[2J\xed\xa0\x80" + b"\x00\x00\x00\x02{}" * 100)
    sys.stderr.buffer.write(b"\x80" * 1000)
    return "printed"
