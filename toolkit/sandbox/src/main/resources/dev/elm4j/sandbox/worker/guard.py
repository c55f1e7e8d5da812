"""Reads a Python source before it runs and says in sentences what a program should not do.

A teacher and a filter, never the boundary: what it lets pass is still held by the sandbox. It works from lists of what
is allowed. Modules may only be used as ``module.name``, so that every way to another module is a name that can be looked
up: an attribute of an allowed module that is itself a module is refused whatever it is called.

Standard library only; Python 3.9 to 3.13.
"""

import ast
import importlib
import importlib.util
import re
import types

MAX_BYTES = 64 * 1024
MAX_NODES = 20_000
MAX_DEPTH = 60
MAX_CHAIN = 300  # of nodes within nodes, long sums included: this reader calls itself
MAX_FINDINGS = 20

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
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SCOPES = FUNCTIONS + (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def check(source, entry=None):
    """Findings as (line from 1 or 0, rule, sentence), in the order of the lines; an empty list for most programs."""
    if len(source.encode("utf-8", "replace")) > MAX_BYTES:
        return [(0, "size", "the source has more than 64 KB: a program should be much shorter")]
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return []  # the interpreter says that better, and gives the status of a syntax error
    nodes = []
    oversize = _size(tree, nodes)
    if oversize:
        return [oversize]
    reader = _Reader(nodes)
    reader.read(tree)
    findings = sorted(set(reader.findings))
    return findings[:MAX_FINDINGS]


def _size(tree, nodes):
    """Collects the nodes; too many, or nested too deeply, is a finding. Long sums and chains of elif are not deep."""
    waiting = [(tree, 0, 0)]
    while waiting:
        node, depth, chain = waiting.pop()
        nodes.append(node)
        line = getattr(node, "lineno", 0)
        if len(nodes) > MAX_NODES:
            return (line, "size", "the source has more than 20,000 parts: a program should be much shorter")
        if depth > MAX_DEPTH or chain > MAX_CHAIN:
            return (line, "size", "the source is nested deeper than 60: split it into functions")
        for child in ast.iter_child_nodes(node):
            waiting.append((child, depth + (0 if _continues(node, child) else 1), chain + 1))
    return None


def _continues(node, child):
    return (isinstance(node, ast.BinOp) and child is node.left and isinstance(child, ast.BinOp)) or (
        isinstance(node, ast.If) and isinstance(child, ast.If) and len(node.orelse) == 1 and child is node.orelse[0]
    )


def _bound(function):
    """Names that a function or comprehension binds itself: there they do not mean a module."""
    names, foreign = set(), set()
    if isinstance(function, FUNCTIONS):
        a = function.args
        for argument in a.posonlyargs + a.args + a.kwonlyargs + [x for x in (a.vararg, a.kwarg) if x]:
            names.add(argument.arg)
        waiting = list(function.body) if isinstance(function.body, list) else [function.body]
    else:
        waiting = [generator.target for generator in function.generators]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            foreign.update(node.names)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        if not isinstance(node, SCOPES + (ast.ClassDef,)):
            waiting.extend(ast.iter_child_nodes(node))
    return names - foreign


def _outside(node):
    """What stands in a scope but is computed outside: decorators, defaults, the first sequence of a comprehension."""
    found = list(getattr(node, "decorator_list", []))
    if isinstance(node, FUNCTIONS):
        found += node.args.defaults + [default for default in node.args.kw_defaults if default]
    elif isinstance(node, SCOPES):
        found.append(node.generators[0].iter)
    return found


def _module(name):
    """The allowed module itself, to see what its attributes are; None where this Python does not have it."""
    try:
        return importlib.import_module(name) if name in MODULES else None
    except Exception:  # numpy may be absent, or broken
        return None


def _is_module(module, name):
    """Whether ``module.name`` is a module, loaded or not."""
    known = _module(module)
    if known is None:
        return False
    if name in vars(known):
        return isinstance(vars(known)[name], types.ModuleType)
    return hasattr(known, "__path__") and importlib.util.find_spec(module + "." + name) is not None


def _own_names(nodes):
    """Names that the source gives to functions, fields and attributes of its own."""
    names = set()
    for node in nodes:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__slots__" for t in node.targets):
            names.update(c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant) and isinstance(c.value, str))
    return names


class _Reader:
    """One walk over a tree."""

    def __init__(self, nodes):
        self.findings = []
        self.aliases = {}  # name -> full name of the module
        self.attrgetters = set(NAMED)
        self.scopes = []
        self.quiet = set()  # names that an enclosing node has already judged
        self.done = set()
        self.own = _own_names(nodes)
        for node in nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    name = alias.name if alias.asname else alias.name.split(".")[0]
                    self.aliases[alias.asname or name] = name
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if "%s.%s" % (node.module, alias.name) in MODULES:
                        self.aliases[alias.asname or alias.name] = "%s.%s" % (node.module, alias.name)
                    elif node.module == "operator" and alias.name in NAMED_IN_OPERATOR:
                        self.attrgetters.add(alias.asname or alias.name)

    def say(self, node, rule, sentence):
        self.findings.append((getattr(node, "lineno", 0), rule, sentence))

    def read(self, node):
        if node in self.done:
            return
        self.done.add(node)
        look = getattr(self, "look_" + type(node).__name__, None)
        if look:
            look(node)
        for child in _outside(node):
            self.read(child)
        scope = isinstance(node, SCOPES)
        if scope:
            self.scopes.append(_bound(node))
        for child in ast.iter_child_nodes(node):
            self.read(child)
        if scope:
            self.scopes.pop()

    def module_of(self, node):
        """The full name of the module that an expression means, or None."""
        if isinstance(node, ast.Name):
            if any(node.id in names for names in self.scopes):
                return None
            return self.aliases.get(node.id)
        if isinstance(node, ast.Attribute):
            outer = self.module_of(node.value)
            if outer and outer + "." + node.attr in MODULES:
                return outer + "." + node.attr
        return None

    # imports

    def look_Import(self, node):
        for alias in node.names:
            self.imported(node, alias.name)

    def look_ImportFrom(self, node):
        module = node.module or ""
        if node.level:
            self.say(node, "import", "there is no package around the program: import nothing relative to it")
            return
        if not self.imported(node, module):
            return
        for alias in node.names:
            if alias.name == "*":
                self.star(node, module)
            elif module + "." + alias.name not in MODULES:
                self.member(node, module, alias.name)

    def imported(self, node, name):
        if name in MODULES:
            return True
        self.say(
            node,
            "import",
            "the module %s is not there for programs: compute with arguments and return a value" % _cut(name),
        )
        return False

    def star(self, node, module):
        known = _module(module)
        exported = getattr(known, "__all__", None) or [name for name in dir(known) if not name.startswith("_")]
        for name in exported:
            if module in ONLY or isinstance(getattr(known, name, None), types.ModuleType) or name in NEVER.get(module, ()):
                self.say(node, "import", "import of all names of %s: import those that you use" % module)
                return

    def member(self, node, module, name):
        """Judges ``module.name``."""
        shown = "%s.%s" % (module, _cut(name))
        if name.startswith("_") and name != "__version__":
            self.say(node, "private", "%s is private to its module: use public names" % shown)
        elif module == "time" and name == "sleep":
            self.say(node, "time", "time.sleep only lets time pass: leave it out")
        elif module == "sys" and name in ("exit", "stdin"):
            rule = "exit" if name == "exit" else "input"
            self.say(node, rule, shown + " " + BUILTINS["exit" if name == "exit" else "input"][1])
        elif name in NEVER.get(module, ()) or (module in ONLY and name not in ONLY[module]):
            self.say(node, "import", "%s is not there for programs: compute with arguments and return a value" % shown)
        elif _is_module(module, name):
            self.say(node, "import", "%s leads to another module: import what you need by its own name" % shown)

    # names and attributes

    def look_Name(self, node):
        name = node.id
        if node in self.quiet or any(name in names for names in self.scopes):
            return
        if self.module_of(node):
            if isinstance(node.ctx, ast.Load):
                self.say(node, "module", "the module %s is used as a value: write %s.name where you need it" % (name, name))
        elif name in BUILTINS and isinstance(node.ctx, ast.Load):
            rule, sentence = BUILTINS[name]
            self.say(node, rule, "%s %s" % (name, sentence))
        elif name in self.attrgetters and isinstance(node.ctx, ast.Load):
            self.say(node, "reflection", "%s is used as a value: call it with a name in quotes" % name)
        elif DUNDER_TEXT.fullmatch(name) and name not in DUNDER_NAMES | DUNDERS:
            self.say(node, "private", "%s belongs to the interpreter: programs do not need it" % _cut(name))

    def look_Attribute(self, node):
        name = node.attr
        module = self.module_of(node.value)
        if module:
            self.settle(node.value)
            if module not in MODULES:
                pass  # its import has been judged
            elif module + "." + name in MODULES:
                if node not in self.quiet:
                    self.say(node, "module", "the module %s is used as a value: write what you need of it" % node.attr)
            else:
                self.member(node, module, name)
                if isinstance(node.ctx, ast.Store):
                    self.say(node, "module", "%s.%s is changed: leave modules as they are" % (module, _cut(name)))
                if module == "operator" and name in NAMED_IN_OPERATOR and node not in self.quiet:
                    self.say(node, "reflection", "operator.%s is used as a value: call it with a name in quotes" % name)
            return
        base = node.value.id if isinstance(node.value, ast.Name) else None
        if name in CODE_ATTRIBUTES:
            self.say(node, "private", "the attribute %s leads out of the program: leave it out" % name)
        elif DUNDER_TEXT.fullmatch(name):
            if name not in DUNDERS and not (name == "__dict__" and base in ("self", "other")):
                self.say(node, "private", "the attribute %s leads out of the program: leave it out" % _cut(name))
        elif name.startswith("_") and name not in PRIVATE and name not in self.own and base not in ("self", "cls"):
            self.say(node, "private", "the attribute %s is private to another class: use public names" % _cut(name))

    def settle(self, node):
        self.quiet.add(node)
        if isinstance(node, ast.Attribute):
            self.settle(node.value)

    # calls and constants

    def look_Call(self, node):
        function = node.func
        name = function.id if isinstance(function, ast.Name) else None
        if isinstance(function, ast.Attribute) and function.attr in NAMED_IN_OPERATOR:
            if self.module_of(function.value) == "operator":
                self.quiet.add(function)
                self.named(node, function.attr, node.args)
        elif name in self.attrgetters:
            self.quiet.add(function)
            on_self = name == "setattr" and node.args and isinstance(node.args[0], ast.Name) and node.args[0].id == "self"
            if not on_self:
                self.named(node, name, node.args[1:2] if name in NAMED else node.args)
        elif isinstance(function, ast.Attribute) and function.attr == "setrecursionlimit":
            limit = _number(node.args[0]) if node.args else None
            if limit is not None and limit > 1_000_000:
                self.say(node, "memory", "a recursion limit of %s is deeper than any stack" % _cut(str(limit)))
        elif name == "type" and len(node.args) == 3:
            self.say(node, "reflection", "type() with three arguments makes a class: write a class statement")

    def named(self, node, name, arguments):
        if not arguments and name in NAMED:
            self.say(node, "reflection", "%s needs a name in quotes" % name)
        for argument in arguments[:1] if name == "methodcaller" else arguments:
            constant = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            if name == "hasattr" and constant:
                self.quiet.add(argument)
            elif not _public(argument):
                self.say(node, "reflection", "%s with a computed or private name: write the attribute itself" % name)

    def look_Constant(self, node):
        value = node.value
        if isinstance(value, str) and node not in self.quiet:
            if FIELD_TEXT.search(value) or (DUNDER_TEXT.search(value) and len(value) < 200 and " " not in value.strip()):
                if value not in ("__main__",):
                    self.say(node, "private", "the text %r names what belongs to the interpreter" % _cut(value))
        elif isinstance(value, int) and abs(value) > 10**400:
            self.say(node, "memory", "this number has more than 400 digits: compute it from smaller ones")

    def look_BinOp(self, node):
        left, right = _number(node.left), _number(node.right)
        if isinstance(node.op, ast.Pow) and right is not None and right > 100_000 and (left is None or abs(left) > 1):
            self.say(node, "memory", "a power of %s is too large to compute" % _cut(str(right)))
        elif isinstance(node.op, ast.LShift) and right is not None and right > 10_000_000:
            self.say(node, "memory", "a shift by %s is too large to compute" % _cut(str(right)))
        elif isinstance(node.op, ast.Mult):
            for many, other in ((right, node.left), (left, node.right)):
                text = isinstance(other, ast.Constant) and isinstance(other.value, (str, bytes))
                if many is not None and many > 50_000_000 and (text or isinstance(other, (ast.List, ast.Tuple))):
                    self.say(node, "memory", "%s copies do not fit the memory limit" % _cut(str(many)))

    # statements

    def look_While(self, node):
        test = node.test
        if isinstance(test, ast.Constant) and test.value and not _leaves(node.body):
            self.say(node, "loop", "this loop has no break, return or raise and never ends")

    def look_FunctionDef(self, node):
        if node.name == "__del__":
            self.say(node, "private", "__del__ runs at a time that nobody chooses: leave it out")
        self.annotations([node.returns])

    def look_AsyncFunctionDef(self, node):
        self.say(node, "async", "there is nothing to wait for: write def instead of async def")

    def look_arg(self, node):
        self.annotations([node.annotation])

    def look_AnnAssign(self, node):
        self.annotations([node.annotation])

    def annotations(self, found):
        """Some library functions evaluate annotations that are strings."""
        for annotation in found:
            for node in ast.walk(annotation) if annotation else ():
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(" in node.value:
                    self.say(node, "code", "an annotation in quotes holds a call: write a type")

    def look_MatchClass(self, node):
        if any(name.startswith("_") for name in node.kwd_attrs):
            self.say(node, "private", "a pattern reads a private attribute: use public names")


def _public(name):
    """Whether an expression names a public attribute, or at least begins like one."""
    if isinstance(name, ast.BinOp) and isinstance(name.op, ast.Add):
        return _public_start(name.left)
    if isinstance(name, ast.JoinedStr) and name.values:
        return _public_start(name.values[0])
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        return not any(part.startswith("_") or part in CODE_ATTRIBUTES for part in name.value.split("."))
    return False


def _public_start(text):
    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
        return False
    start = text.value
    return start[:1].isalpha() and "." not in start and not any(name.startswith(start) for name in CODE_ATTRIBUTES)


def _leaves(body):
    """Whether a loop's body may leave it; what functions in it do is their own."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Break, ast.Return, ast.Raise, ast.Yield, ast.YieldFrom, ast.Assert, ast.Await)):
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next":
            return True  # StopIteration
        if not isinstance(node, FUNCTIONS + (ast.ClassDef,)):
            waiting.extend(ast.iter_child_nodes(node))
    return False


def _number(node):
    """The value of a small constant expression of whole numbers, or None; nothing large is ever computed."""
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.Mult, ast.LShift)):
        left, right = _number(node.left), _number(node.right)
        if left is None or right is None or abs(left) > 10**20:
            return None
        if isinstance(node.op, ast.Mult):
            return left * right if abs(right) < 10**20 else None
        if 0 <= right <= 200:
            return left**right if isinstance(node.op, ast.Pow) else left << right
        return 10**30 if right > 200 and abs(left) > 1 else None
    return None


def _cut(text):
    return text if len(text) <= 60 else text[:57] + "..."
