"""Values on the wire: decoding arguments, encoding what a program returned, and checking what claims to be encoded.

A value V is null, a boolean, a string, an integer, a float, an array of V, or one of the tagged objects {"d":"NaN"},
{"b":"base64"}, {"m":[[key,value],...]} and {"r":"text","t":"type"}. Encoding never asks an object what it is: it goes by
exact types, then by the built-in type below a subclass, read with that type's own methods, so that an overridden
__iter__, __len__ or __class__ is not heard. It stops as soon as it has written too much or gone too deep.
"""
import base64
import collections
import json
import math
import re

DEEPEST = 50
LONGEST_TEXT = 1000
MOST_DIGITS = 10_000  # of an integer: the time to read or to print one grows with their square, on the host too
LONGEST_FLOAT = 40  # characters; the shortest text that gives a double back has 26 at most

_quote = json.encoder.encode_basestring_ascii
_BEYOND = 10 ** MOST_DIGITS
_TOO_MANY_DIGITS = "an integer has more than {:,} digits".format(MOST_DIGITS)
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class TooLarge(Exception):
    """A value is nested too deep or has too many bytes."""


def decode(value):
    """The Python value of V; fresh at every call, so that a program may change its arguments."""
    kind = type(value)
    if kind is list:
        return [decode(item) for item in value]
    if kind is not dict:
        return value
    if "m" in value:
        return {_key(key): decode(item) for key, item in value["m"]}
    if "b" in value:
        return base64.b64decode(value["b"])
    return float(value["d"]) if "d" in value else value.get("r")


def _key(value):
    key = decode(value)
    return _frozen(key)


def _frozen(key):
    return tuple(_frozen(item) for item in key) if type(key) is list else key


def text_of(ask):
    """What a hostile object says of itself, as an exact string of bounded length; passes on what it throws."""
    said = ask()
    if not isinstance(said, str):
        return "?"
    return str.__str__(str.__getitem__(said, slice(0, LONGEST_TEXT)))


def type_name(value):
    return text_of(lambda: type.__dict__["__name__"].__get__(type(value)))


class Encoder:
    """Writes values as JSON text; one for all the values of a request, whose bytes it counts together."""

    def __init__(self, most):
        self._left = most
        self._kinds = {
            type(None): lambda value, depth: self._put("null"),
            bool: lambda value, depth: self._put("true" if value else "false"),
            int: self._int, float: self._float, str: self._str, bytes: self._bytes, bytearray: self._bytes,
            list: self._list, tuple: self._tuple, dict: self._dict, set: self._set, frozenset: self._set,
            range: self._range, collections.deque: self._deque, collections.OrderedDict: self._ordered,
        }
        for view in ({}.keys(), {}.values(), {}.items()):
            self._kinds[type(view)] = lambda value, depth: self._items(list(value), depth)

    def numpy(self, module):
        """Also encode the arrays and scalars of numpy."""
        self._kinds[module.ndarray] = self._array
        for kind in set(module.sctypeDict.values()):
            if kind not in (module.void, module.object_):
                self._kinds[kind] = self._scalar

    def encode(self, value):
        """The text of V, ASCII only; raises TooLarge, and whatever a hostile __repr__ raises."""
        self._parts = []
        self._value(value, 0)
        text = "".join(self._parts)
        self._parts = None
        return text

    def _put(self, text):
        self._left -= len(text)
        if self._left < 0:
            raise TooLarge("the values have more bytes than the limit")
        self._parts.append(text)

    def _expect(self, count):
        # before any work: every item takes two bytes at least
        if 2 * count > self._left + 2:
            raise TooLarge("the values have more bytes than the limit")

    def _value(self, value, depth):
        if depth > DEEPEST:
            raise TooLarge("a value is nested deeper than %d" % DEEPEST)
        kind = type(value)
        write = self._known(kind) or self._base(kind) or self._other
        write(value, depth)

    def _base(self, kind):
        for base in type.__dict__["__mro__"].__get__(kind):
            write = self._known(base)
            if write is not None:
                return write
        return None

    def _known(self, kind):
        # a class of a class of the program's own would be asked for its hash, and whether it is equal to another
        return self._kinds.get(kind) if type(kind) is type else None

    def _int(self, value, depth):
        if int.__ge__(value, _BEYOND) or int.__le__(value, -_BEYOND):
            raise TooLarge(_TOO_MANY_DIGITS)
        self._put(int.__repr__(value))

    def _float(self, value, depth):
        if math.isfinite(value):
            self._put(float.__repr__(value))
        else:
            name = "NaN" if math.isnan(value) else "Infinity" if float.__gt__(value, 0.0) else "-Infinity"
            self._put('{"d":"%s"}' % name)

    def _str(self, value, depth):
        self._expect(str.__len__(value) // 2)
        self._put(_string(str.__str__(value)))

    def _bytes(self, value, depth):
        self._expect(memoryview(value).nbytes // 2)
        self._put('{"b":"%s"}' % base64.b64encode(memoryview(value)).decode("ascii"))

    def _items(self, items, depth):
        self._expect(len(items))
        self._put("[")
        for index, item in enumerate(items):
            if index:
                self._put(",")
            self._value(item, depth + 1)
        self._put("]")

    def _list(self, value, depth):
        self._expect(list.__len__(value))
        self._items(list.__getitem__(value, slice(None)), depth)

    def _tuple(self, value, depth):
        self._expect(tuple.__len__(value))
        self._items(tuple(tuple.__iter__(value)), depth)

    def _deque(self, value, depth):
        self._expect(collections.deque.__len__(value))
        self._items(list(collections.deque.__iter__(value)), depth)

    def _range(self, value, depth):
        self._expect(value.stop - value.start if value.step == 1 else 0)
        self._expect(len(value))
        self._items(list(value), depth)

    def _set(self, value, depth):
        base = set if isinstance(value, set) else frozenset
        self._expect(base.__len__(value))
        self._items(sorted(base.__iter__(value), key=lambda item: text_of(lambda: repr(item))), depth)

    def _ordered(self, value, depth):
        self._pairs(dict.__len__(value), collections.OrderedDict.items(value), depth)

    def _dict(self, value, depth):
        self._pairs(dict.__len__(value), dict.items(value), depth)

    def _pairs(self, count, pairs, depth):
        self._expect(2 * count)
        self._put('{"m":[')
        for index, (key, item) in enumerate(list(pairs)):
            self._put(",[" if index else "[")
            self._value(key, depth + 1)
            self._put(",")
            self._value(item, depth + 1)
            self._put("]")
        self._put("]}")

    def _array(self, value, depth):
        base = next(b for b in type.__dict__["__mro__"].__get__(type(value)) if b.__name__ == "ndarray")
        self._expect(base.size.__get__(value))
        self._value(base.tolist(value), depth)

    def _scalar(self, value, depth):
        plain = value.item()
        if type(plain) is type(value):
            self._other(value, depth)  # a long double is itself again
        else:
            self._value(plain, depth)

    def _other(self, value, depth):
        said = _ADDRESS.sub("", text_of(lambda: repr(value)))
        self._put('{"r":%s,"t":%s}' % (_string(said), _string(type_name(value))))


def _string(text):
    """A JSON string; halves of surrogate pairs, which no other language takes, become question marks."""
    return _quote(text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8"))


class Forged(Exception):
    """What claims to be V is not."""


class _Object(list):
    """The members of a JSON object, in order and with repeated names."""

    __slots__ = ()


def _number(text):
    if len(text) - text.startswith("-") > MOST_DIGITS:
        raise TooLarge(_TOO_MANY_DIGITS)
    return 0


def _float(text):
    if len(text) > LONGEST_FLOAT:
        raise Forged("a number that is written too long")
    if not math.isfinite(float(text)):
        raise Forged("a number out of range")
    return 0.0


def _constant(text):
    raise Forged("%s is no JSON" % text)


_decoder = json.JSONDecoder(object_pairs_hook=_Object, parse_int=_number, parse_float=_float, parse_constant=_constant)


def checked(data):
    """The text of V in the bytes, exactly as it came, once it is sure to be V; raises Forged, and TooLarge.

    The text may come from a program that wrote on its own channel. Integers are not converted.
    """
    try:
        text = data.decode("utf-8")
        tree = _decoder.decode(text)
    except (ValueError, RecursionError) as problem:
        raise Forged("not JSON: %s" % str(problem)[:100])
    _check(tree)
    return text


def _check(tree):
    level, depth = [tree], 0
    while level:
        if depth > DEEPEST:
            raise Forged("nested deeper than %d" % DEEPEST)
        level = [child for value in level for child in _children(value)]
        depth += 1


def _children(value):
    if type(value) is str:
        _plain(value)
        return ()
    if type(value) is _Object:
        return _tagged(value)
    return value if type(value) is list else ()


def _plain(text):
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise Forged("half a surrogate pair")


def _tagged(members):
    names = [name for name, _ in members]
    contents = [content for _, content in members]
    if names == ["m"] and type(contents[0]) is list:
        pairs = contents[0]
        if all(type(pair) is list and len(pair) == 2 for pair in pairs):
            return [item for pair in pairs for item in pair]
    elif names in (["d"], ["b"], ["r", "t"]) and all(type(content) is str for content in contents):
        if names != ["d"] or contents[0] in ("NaN", "Infinity", "-Infinity"):
            for content in contents:
                _plain(content)
            if names == ["b"]:
                _base64(contents[0])
            return ()
    raise Forged("an object that is no value: %s" % str(names)[:100])


def _base64(text):
    try:
        plain = base64.b64decode(text, validate=True)
    except ValueError:
        raise Forged("not base64")
    # versions of Python, and the host, differ in what they let pass: bytes have one spelling
    if base64.b64encode(plain).decode("ascii") != text:
        raise Forged("not base64")
