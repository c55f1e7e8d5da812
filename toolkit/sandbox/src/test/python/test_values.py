import collections
import enum
import json
import math
import random
import unittest

import peer  # noqa: F401
import values


def encode(value, most=1 << 20):
    return values.Encoder(most).encode(value)


def there_and_back(value):
    text = encode(value)
    assert values.checked(text.encode("utf-8")) == text
    return values.decode(json.loads(text))


def anything(chance, depth=0):
    kinds = ["none", "bool", "int", "big", "float", "str", "bytes"] + (["list", "dict"] * 2 if depth < 4 else [])
    kind = chance.choice(kinds)
    if kind == "list":
        return [anything(chance, depth + 1) for _ in range(chance.randrange(5))]
    if kind == "dict":
        return {anything_hashable(chance): anything(chance, depth + 1) for _ in range(chance.randrange(5))}
    return scalar(chance, kind)


def anything_hashable(chance):
    return scalar(chance, chance.choice(["none", "bool", "int", "big", "float", "str", "bytes"]))


def scalar(chance, kind):
    return {
        "none": lambda: None, "bool": lambda: chance.random() < 0.5, "int": lambda: chance.randrange(-1000, 1000),
        "big": lambda: chance.randrange(-1 << 200, 1 << 200), "float": lambda: chance.uniform(-1e300, 1e300),
        "str": lambda: "".join(chr(chance.choice((65, 233, 0x1F600, 10, 34, 92, 0x2028))) for _ in range(5)),
        "bytes": lambda: chance.randbytes(4)}[kind]()


class ValuesTest(unittest.TestCase):

    def test_values_come_back_equal_and_of_the_same_type(self):
        chance = random.Random(5)
        for _ in range(2000):
            value = anything(chance)
            back = there_and_back(value)
            self.assertEqual(repr(value), repr(back))

    def test_floats_that_json_lacks_are_tagged(self):
        self.assertEqual('{"d":"NaN"}', encode(math.nan))
        self.assertEqual('{"d":"Infinity"}', encode(math.inf))
        self.assertEqual('{"d":"-Infinity"}', encode(-math.inf))
        self.assertEqual("-0.0", encode(-0.0))
        self.assertEqual("1e+16", encode(1e16))

    def test_sequences_are_arrays_and_sets_are_in_order(self):
        self.assertEqual("[1,2]", encode((1, 2)))
        self.assertEqual("[0,1,2]", encode(range(3)))
        self.assertEqual('["a","b","c"]', encode({"c", "a", "b"}))
        self.assertEqual("[3,4]", encode(collections.deque([3, 4])))
        self.assertEqual('["k"]', encode({"k": 1}.keys()))

    def test_maps_keep_their_order_and_any_keys(self):
        self.assertEqual('{"m":[[[1,2],"b"],[null,"a"]]}', encode({(1, 2): "b", None: "a"}))
        ordered = collections.OrderedDict([("a", 1), ("b", 2)])
        ordered.move_to_end("a")
        self.assertEqual('{"m":[["b",2],["a",1]]}', encode(ordered))

    def test_a_subclass_is_read_as_its_base_whatever_it_says(self):
        class Liar(int):
            __class__ = str

            def __repr__(self):
                return "forged"

        class Sneak(list):
            def __iter__(self):
                while True:
                    yield 1

            def __len__(self):
                return 0

        class Colour(enum.IntEnum):
            RED = 7

        Point = collections.namedtuple("Point", "x y")
        self.assertEqual("5", encode(Liar(5)))
        self.assertEqual("[1,2]", encode(Sneak([1, 2])))
        self.assertEqual("7", encode(Colour.RED))
        self.assertEqual("[1,2]", encode(Point(1, 2)))
        self.assertEqual('{"m":[["a",2]]}', encode(collections.Counter("aa")))
        self.assertEqual('{"m":[["a",[]]]}', encode(collections.defaultdict(list, a=[])))

    def test_a_class_is_not_asked_whether_it_is_another(self):
        class Unhashable(type):
            __hash__ = None

        class Equal(type):
            def __hash__(cls):
                return hash(int)

            def __eq__(cls, other):
                return True

        for meta in (Unhashable, Equal):
            odd = meta("Odd", (), {"__repr__": lambda self: "odd"})
            self.assertEqual('[{"r":"odd","t":"Odd"}]', encode([odd()]))
            self.assertEqual("[[1]]", encode([meta("Odd", (list,), {})([1])]))

    def test_everything_else_is_its_text_without_addresses(self):
        self.assertEqual('{"r":"<object object>","t":"object"}', encode(object()))
        self.assertTrue(encode(x for x in ()).startswith('{"r":"<generator object'))
        long = type("Long", (), {"__repr__": lambda self: "x" * 10_000_000})()
        self.assertEqual(values.LONGEST_TEXT, len(json.loads(encode(long))["r"]))

    def test_what_a_repr_throws_is_passed_on(self):
        def fail(self):
            raise KeyError("no")
        with self.assertRaises(KeyError):
            encode(type("Bad", (), {"__repr__": fail})())

    def test_lone_surrogates_are_replaced(self):
        self.assertEqual('"a?b"', encode("a\ud800b"))

    def test_what_is_too_large_is_refused_without_being_written(self):
        recursive = []
        recursive.append(recursive)
        deep = 1
        for _ in range(100_000):
            deep = [deep]
        for value in (recursive, deep, "x" * (64 << 20), [1] * 10_000_000, range(1 << 60), 1 << (1 << 26),
                      b"x" * (64 << 20), dict.fromkeys(range(1_000_000))):
            with self.assertRaises(values.TooLarge):
                encode(value)
        while isinstance(deep, list):  # freed step by step: a destructor may recurse
            deep = deep[0]

    def test_the_bytes_of_all_values_count_together(self):
        encoder = values.Encoder(25)
        encoder.encode("x" * 10)
        encoder.encode("x" * 10)
        with self.assertRaises(values.TooLarge):
            encoder.encode("x")

    def test_the_deepest_value_passes_and_one_more_does_not(self):
        value = 1
        for _ in range(values.DEEPEST):
            value = [value]
        text = encode(value)
        self.assertEqual(text, values.checked(text.encode()))
        with self.assertRaises(values.TooLarge):
            encode([value])
        with self.assertRaises(values.Forged):
            values.checked(("[" + text + "]").encode())

    def test_forged_text_is_refused(self):
        for text in ("", "[1", "1 2", "NaN", "Infinity", "{}", '{"m":1}', '{"m":[[1]]}', '{"m":[1]}', '{"d":"x"}',
                     '{"d":"NaN","d":"NaN"}', '{"b":"*"}', '{"b":1}', '{"r":"x"}', '{"r":"x","t":1}', '{"a":1}',
                     '"\\ud800"', "1e999", "[" * 100_000, "[" * 60 + "]" * 60, "01", "'a'", '{"status":"VALID"}'):
            with self.assertRaises(values.Forged, msg=text):
                values.checked(text.encode())
        with self.assertRaises(values.Forged):
            values.checked(b'"\xff"')

    def test_integers_have_so_many_digits_at_most(self):
        for sign in ("", "-"):
            text = sign + "9" * values.MOST_DIGITS
            self.assertEqual(text, encode(int(text)))
            self.assertEqual(text, values.checked(text.encode()))
            for digits in (values.MOST_DIGITS + 1, 1_000_000):
                with self.assertRaises(values.TooLarge):
                    values.checked(("[%s%s]" % (sign, "9" * digits)).encode())
                with self.assertRaises(values.TooLarge):
                    encode((-1 if sign else 1) * 10 ** (digits - 1))

    def test_a_double_is_not_written_at_length(self):
        for value in (-1.7976931348623157e308, 5e-324, -2.2250738585072014e-308, 0.1):
            self.assertEqual(repr(value), values.checked(repr(value).encode()))
        with self.assertRaises(values.Forged):
            values.checked(b"0." + b"1" * 1_000_000)

    def test_bytes_have_one_spelling(self):
        for text in ("QUJD", "QUI=", "QQ==", ""):
            self.assertEqual('{"b":"%s"}' % text, values.checked(b'{"b":"%s"}' % text.encode()))
        for text in ("QUJD=", "QUJD==", "QUJ=", "QR==", "QUJDQ", "QQ==QUJD", "QUJD\\n", " QUJD", "QUI", "-_-_"):
            with self.assertRaises(values.Forged, msg=text):
                values.checked(b'{"b":"%s"}' % text.encode())

    def test_keys_that_cannot_be_hashed_become_tuples(self):
        self.assertEqual({(1, (2,)): 3}, values.decode({"m": [[[1, [2]], 3]]}))


class NumpyTest(unittest.TestCase):

    def setUp(self):
        try:
            import numpy
        except ImportError:
            self.skipTest("numpy is not installed")
        self.numpy = numpy
        self.encoder = values.Encoder(1 << 20)
        self.encoder.numpy(numpy)

    def test_arrays_and_scalars_are_plain_values(self):
        numpy = self.numpy
        self.assertEqual("[[1,2],[3,4]]", self.encoder.encode(numpy.array([[1, 2], [3, 4]])))
        self.assertEqual("[0.5,{\"d\":\"NaN\"}]", self.encoder.encode(numpy.array([0.5, numpy.nan])))
        self.assertEqual("3", self.encoder.encode(numpy.int64(3)))
        self.assertEqual("0.25", self.encoder.encode(numpy.float32(0.25)))
        self.assertEqual("2.5", self.encoder.encode(numpy.float64(2.5)))
        self.assertEqual("true", self.encoder.encode(numpy.bool_(True)))
        self.assertEqual('"a"', self.encoder.encode(numpy.str_("a")))

    def test_an_array_of_too_many_elements_is_refused(self):
        with self.assertRaises(values.TooLarge):
            self.encoder.encode(self.numpy.zeros(10_000_000))

    def test_a_subclass_of_an_array_is_read_as_an_array(self):
        class Liar(self.numpy.ndarray):
            def tolist(self):
                return "forged"
        self.assertEqual("[1,2]", self.encoder.encode(self.numpy.array([1, 2]).view(Liar)))


if __name__ == "__main__":
    unittest.main()
