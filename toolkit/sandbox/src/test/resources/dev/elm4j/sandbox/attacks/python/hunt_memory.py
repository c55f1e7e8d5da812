# tries: to find other programs in the bytes of its own memory, freed ones too
# chosen: true
# honest: VALID, EXCEPTION
# never: ^found
# cpu: 3000
import ctypes
import re

MARK = b"previous-" + b"program-"


def run(bait):
    found = []
    with open("/proc/self/maps") as file:
        maps = [line.split() for line in file]
    for fields in maps:
        start, end = (int(word, 16) for word in fields[0].split("-"))
        if fields[1].startswith("rw") and end - start < 1 << 26 and fields[-1][:2] != "[v":
            content = ctypes.string_at(start, end - start)
            found += [match.group() for match in re.finditer(MARK + b"[0-9]+", content)]
    return "found %s" % found[:5] if found else "refused"
