"""Reads a Python source before it runs and says in sentences what a program should not do.

A teacher and a filter, never the boundary: what it lets pass is still held by the sandbox. It works from lists of what
is allowed. Modules may only be used as ``module.name``, so that every way to another module is a name that can be looked
up: an attribute of an allowed module that is itself a module is refused whatever it is called.

Standard library only; Python 3.9 to 3.13.
"""

import ast
import types

import guard_rules as rules
import guard_tree as tree

MAX_BYTES = 64 * 1024
MAX_FINDINGS = 20


def check(source, entry=None):
    """Findings as (line from 1 or 0, rule, sentence), in the order of the lines; an empty list for most programs."""
    if len(source.encode("utf-8", "replace")) > MAX_BYTES:
        return [(0, "size", "the source has more than 64 KB: a program should be much shorter")]
    try:
        parsed = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return []  # the interpreter says that better, and gives the status of a syntax error
    nodes = []
    oversize = tree.size(parsed, nodes)
    if oversize:
        return [oversize]
    reader = _Reader(nodes)
    reader.read(parsed)
    findings = sorted(set(reader.findings))
    return findings[:MAX_FINDINGS]


class _Reader:
    """One walk over a tree."""

    def __init__(self, nodes):
        self.findings = []
        self.aliases = {}  # name -> full name of the module
        self.attrgetters = set(rules.NAMED)
        self.scopes = []
        self.quiet = set()  # names that an enclosing node has already judged
        self.done = set()
        self.own = tree.own_names(nodes)
        for node in nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    name = alias.name if alias.asname else alias.name.split(".")[0]
                    self.aliases[alias.asname or name] = name
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if "%s.%s" % (node.module, alias.name) in rules.MODULES:
                        self.aliases[alias.asname or alias.name] = "%s.%s" % (node.module, alias.name)
                    elif node.module == "operator" and alias.name in rules.NAMED_IN_OPERATOR:
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
        for child in tree.outside(node):
            self.read(child)
        scope = isinstance(node, tree.SCOPES)
        if scope:
            self.scopes.append(tree.bound(node))
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
            if outer and outer + "." + node.attr in rules.MODULES:
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
            elif module + "." + alias.name not in rules.MODULES:
                self.member(node, module, alias.name)

    def imported(self, node, name):
        if name in rules.MODULES:
            return True
        self.say(
            node,
            "import",
            "the module %s is not there for programs: compute with arguments and return a value" % tree.cut(name),
        )
        return False

    def star(self, node, module):
        known = tree.loaded(module)
        exported = getattr(known, "__all__", None) or [name for name in dir(known) if not name.startswith("_")]
        for name in exported:
            if module in rules.ONLY or isinstance(getattr(known, name, None), types.ModuleType) or name in rules.NEVER.get(module, ()):
                self.say(node, "import", "import of all names of %s: import those that you use" % module)
                return

    def member(self, node, module, name):
        """Judges ``module.name``."""
        shown = "%s.%s" % (module, tree.cut(name))
        if name.startswith("_") and name != "__version__":
            self.say(node, "private", "%s is private to its module: use public names" % shown)
        elif module == "time" and name == "sleep":
            self.say(node, "time", "time.sleep only lets time pass: leave it out")
        elif module == "sys" and name in ("exit", "stdin"):
            rule = "exit" if name == "exit" else "input"
            self.say(node, rule, shown + " " + rules.BUILTINS["exit" if name == "exit" else "input"][1])
        elif name in rules.NEVER.get(module, ()) or (module in rules.ONLY and name not in rules.ONLY[module]):
            self.say(node, "import", "%s is not there for programs: compute with arguments and return a value" % shown)
        elif tree.is_module(module, name):
            self.say(node, "import", "%s leads to another module: import what you need by its own name" % shown)

    # names and attributes

    def look_Name(self, node):
        name = node.id
        if node in self.quiet or any(name in names for names in self.scopes):
            return
        if self.module_of(node):
            if isinstance(node.ctx, ast.Load):
                self.say(node, "module", "the module %s is used as a value: write %s.name where you need it" % (name, name))
        elif name in rules.BUILTINS and isinstance(node.ctx, ast.Load):
            rule, sentence = rules.BUILTINS[name]
            self.say(node, rule, "%s %s" % (name, sentence))
        elif name in self.attrgetters and isinstance(node.ctx, ast.Load):
            self.say(node, "reflection", "%s is used as a value: call it with a name in quotes" % name)
        elif rules.DUNDER_TEXT.fullmatch(name) and name not in rules.DUNDER_NAMES | rules.DUNDERS:
            self.say(node, "private", "%s belongs to the interpreter: programs do not need it" % tree.cut(name))

    def look_Attribute(self, node):
        name = node.attr
        module = self.module_of(node.value)
        if module:
            self.settle(node.value)
            if module not in rules.MODULES:
                pass  # its import has been judged
            elif module + "." + name in rules.MODULES:
                if node not in self.quiet:
                    self.say(node, "module", "the module %s is used as a value: write what you need of it" % node.attr)
            else:
                self.member(node, module, name)
                if isinstance(node.ctx, ast.Store):
                    self.say(node, "module", "%s.%s is changed: leave modules as they are" % (module, tree.cut(name)))
                if module == "operator" and name in rules.NAMED_IN_OPERATOR and node not in self.quiet:
                    self.say(node, "reflection", "operator.%s is used as a value: call it with a name in quotes" % name)
            return
        base = node.value.id if isinstance(node.value, ast.Name) else None
        if name in rules.CODE_ATTRIBUTES:
            self.say(node, "private", "the attribute %s leads out of the program: leave it out" % name)
        elif rules.DUNDER_TEXT.fullmatch(name):
            if name not in rules.DUNDERS and not (name == "__dict__" and base in ("self", "other")):
                self.say(node, "private", "the attribute %s leads out of the program: leave it out" % tree.cut(name))
        elif name.startswith("_") and name not in rules.PRIVATE and name not in self.own and base not in ("self", "cls"):
            self.say(node, "private", "the attribute %s is private to another class: use public names" % tree.cut(name))

    def settle(self, node):
        self.quiet.add(node)
        if isinstance(node, ast.Attribute):
            self.settle(node.value)

    # calls and constants

    def look_Call(self, node):
        function = node.func
        name = function.id if isinstance(function, ast.Name) else None
        if isinstance(function, ast.Attribute) and function.attr in rules.NAMED_IN_OPERATOR:
            if self.module_of(function.value) == "operator":
                self.quiet.add(function)
                self.named(node, function.attr, node.args)
        elif name in self.attrgetters:
            self.quiet.add(function)
            on_self = name == "setattr" and node.args and isinstance(node.args[0], ast.Name) and node.args[0].id == "self"
            if not on_self:
                self.named(node, name, node.args[1:2] if name in rules.NAMED else node.args)
        elif isinstance(function, ast.Attribute) and function.attr == "setrecursionlimit":
            limit = tree.number(node.args[0]) if node.args else None
            if limit is not None and limit > 1_000_000:
                self.say(node, "memory", "a recursion limit of %s is deeper than any stack" % tree.cut(str(limit)))
        elif name == "type" and len(node.args) == 3:
            self.say(node, "reflection", "type() with three arguments makes a class: write a class statement")

    def named(self, node, name, arguments):
        if not arguments and name in rules.NAMED:
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
            if rules.FIELD_TEXT.search(value) or (rules.DUNDER_TEXT.search(value) and len(value) < 200 and " " not in value.strip()):
                if value not in ("__main__",):
                    self.say(node, "private", "the text %r names what belongs to the interpreter" % tree.cut(value))
        elif isinstance(value, int) and abs(value) > 10**400:
            self.say(node, "memory", "this number has more than 400 digits: compute it from smaller ones")

    def look_BinOp(self, node):
        left, right = tree.number(node.left), tree.number(node.right)
        if isinstance(node.op, ast.Pow) and right is not None and right > 100_000 and (left is None or abs(left) > 1):
            self.say(node, "memory", "a power of %s is too large to compute" % tree.cut(str(right)))
        elif isinstance(node.op, ast.LShift) and right is not None and right > 10_000_000:
            self.say(node, "memory", "a shift by %s is too large to compute" % tree.cut(str(right)))
        elif isinstance(node.op, ast.Mult):
            for many, other in ((right, node.left), (left, node.right)):
                text = isinstance(other, ast.Constant) and isinstance(other.value, (str, bytes))
                if many is not None and many > 50_000_000 and (text or isinstance(other, (ast.List, ast.Tuple))):
                    self.say(node, "memory", "%s copies do not fit the memory limit" % tree.cut(str(many)))

    # statements

    def look_While(self, node):
        test = node.test
        if isinstance(test, ast.Constant) and test.value and not tree.leaves(node.body):
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
        return not any(part.startswith("_") or part in rules.CODE_ATTRIBUTES for part in name.value.split("."))
    return False


def _public_start(text):
    if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
        return False
    start = text.value
    return start[:1].isalpha() and "." not in start and not any(name.startswith(start) for name in rules.CODE_ATTRIBUTES)
