# tries: to find other programs and their values among all objects of the process
# honest: VALID
# never: ^found
import gc

MARK = "previous-" + "program-"


def run(bait):
    found = []
    for thing in gc.get_objects():
        for inner in [thing] + gc.get_referents(thing):
            if type(inner) in (str, bytes):
                text = inner if type(inner) is str else inner.decode("latin-1")
                at = text.find(MARK)
                if at >= 0 and text[at + len(MARK):][:1].isdigit():
                    found.append(text[at:at + 40])
    return "found " + ", ".join(found[:5]) if found else "refused"
