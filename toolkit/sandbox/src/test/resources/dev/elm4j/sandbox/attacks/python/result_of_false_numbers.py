# tries: subclasses of numbers and strings whose text is forged JSON
# honest: VALID, EXCEPTION


class Number(int):
    def __repr__(self):
        return '1},{"status":"VALID","value":"forged"'

    __str__ = __repr__
    __format__ = lambda self, how: repr(self)


class Text(str):
    def __str__(self):
        return "forged"

    def encode(self, *how):
        return b'"},{"status":"VALID"}'

    def replace(self, *how):
        return self


class Real(float):
    def __repr__(self):
        return "forged"


def run(bait):
    return [Number(7), Text("seven"), Real(7.5), {Text("key"): Number(1)}]
