# tries: an ordered dictionary whose values are others each time, and never end
# honest: VALID, RESULT_TOO_LARGE, EXCEPTION, TIMEOUT
# cpu: 1000
import collections


class Liar(collections.OrderedDict):
    def __getitem__(self, key):
        self[key + 1] = key
        return "x" * 1000


def run(bait):
    liar = Liar()
    liar[0] = 0
    return liar
