"""The lists of the Python guard: which modules, names and attributes programs may use."""

import re

MODULES = frozenset(
    "__future__ abc array base64 bisect calendar cmath collections collections.abc contextlib copy dataclasses datetime"
    " decimal difflib enum fractions functools graphlib hashlib heapq io itertools json math numbers numpy numpy.fft"
    " numpy.char numpy.linalg numpy.ma numpy.polynomial numpy.random numpy.typing operator pprint queue random re statistics string struct"
    " sys textwrap time types typing unicodedata zlib".split()
)

# Of these modules only these names; of numpy and the others all but the names below.
ONLY = {
    "sys": frozenset(
        "maxsize setrecursionlimit getrecursionlimit version_info version float_info int_info byteorder getsizeof"
        " stdout stderr intern maxunicode set_int_max_str_digits".split()
    ),
    "io": frozenset(["StringIO", "BytesIO"]),
    "types": frozenset(["SimpleNamespace", "MappingProxyType", "GeneratorType", "NoneType"]),
    "contextlib": frozenset("contextmanager suppress nullcontext closing ExitStack redirect_stdout".split()),
}

NEVER = {
    "typing": frozenset(["get_type_hints", "ForwardRef"]),  # they evaluate strings
    "string": frozenset(["Formatter"]),  # reads attributes named by a string
    "time": frozenset(["sleep", "pthread_getcpuclockid", "clock_settime", "tzset"]),
    "random": frozenset(["SystemRandom"]),
    "hashlib": frozenset(["file_digest"]),
    "dataclasses": frozenset(["make_dataclass"]),  # builds code from strings
    "numpy": frozenset(
        "load save savez savez_compressed loadtxt savetxt genfromtxt fromfile fromregex memmap DataSource lookfor"
        " show_config source info open_memmap test".split()
    ),
}

BUILTINS = {
    "open": ("file", "opens files, and there are none: take arguments and return a value"),
    "input": ("input", "has nothing to read: take arguments instead"),
    "exit": ("exit", "ends the program before its value is back: return instead"),
    "quit": ("exit", "ends the program before its value is back: return instead"),
    "breakpoint": ("input", "waits for somebody who is not there: leave it out"),
    "help": ("input", "waits for somebody who is not there: leave it out"),
    "copyright": ("input", "waits for somebody who is not there: leave it out"),
    "credits": ("input", "waits for somebody who is not there: leave it out"),
    "license": ("input", "waits for somebody who is not there: leave it out"),
    "eval": ("code", "runs text as code: write the code itself"),
    "exec": ("code", "runs text as code: write the code itself"),
    "compile": ("code", "turns text into code: write the code itself"),
    "__import__": ("import", "imports by name: use an import statement"),
    "globals": ("reflection", "reaches the program's own names: use a dictionary of your own"),
    "locals": ("reflection", "reaches the program's own names: use a dictionary of your own"),
    "vars": ("reflection", "reaches an object's names: use its attributes"),
}

DUNDER_NAMES = frozenset("__name__ __all__ __match_args__ __debug__ __author__".split())

# Attributes with two underscores on each side that ordinary classes use; those that lead to code, modules, frames or
# the list of all classes are not among them.
DUNDERS = frozenset(
    "__" + name + "__"
    for name in (
        "init name qualname doc class new call len iter next contains getitem setitem delitem missing reversed repr str"
        " format hash bool int float index complex bytes eq ne lt le gt ge add radd iadd sub rsub isub mul rmul imul"
        " matmul truediv rtruediv floordiv rfloordiv mod rmod divmod pow rpow neg pos abs invert and or xor lshift"
        " rshift round floor ceil trunc enter exit post_init init_subclass set_name get set delete copy deepcopy"
        " annotations members version dataclass_fields setattr slots match_args length_hint wrapped"
    ).split()
)

PRIVATE = frozenset(["_replace", "_asdict", "_fields", "_make", "_field_defaults", "_value_", "_name_", "_missing_"])

CODE_ATTRIBUTES = frozenset(
    "gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code f_back f_globals f_locals"
    " f_builtins f_code tb_frame tb_next tb_lasti co_code co_consts co_names func_globals func_code mro"
    " get_field vformat tofile ctypes ctypeslib memmap".split()
)

NAMED = frozenset(["getattr", "setattr", "delattr", "hasattr"])
NAMED_IN_OPERATOR = frozenset(["attrgetter", "methodcaller"])

DUNDER_TEXT = re.compile(r"__[A-Za-z]\w*__")
FIELD_TEXT = re.compile(r"\{[^{}]*[.\[]_")
