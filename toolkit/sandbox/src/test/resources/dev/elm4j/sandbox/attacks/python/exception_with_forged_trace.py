# tries: an exception whose lines are a circle of lies
# honest: EXCEPTION, TYPE_ERROR, TIMEOUT
# cpu: 500


class Odd(Exception):
    @property
    def __traceback__(self):
        return self

    @property
    def tb_frame(self):
        return self

    @property
    def f_code(self):
        return self

    co_filename = "<program>"
    tb_lineno = 10 ** 100000

    @property
    def tb_next(self):
        return self


def run(bait):
    raise Odd("odd")
