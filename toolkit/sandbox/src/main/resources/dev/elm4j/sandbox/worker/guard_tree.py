"""What the Python guard asks of a syntax tree: sizes, scopes, constants, and what a module's attribute is."""

import ast
import importlib
import importlib.util
import types

import guard_rules as rules

MAX_NODES = 20_000
MAX_DEPTH = 60
MAX_CHAIN = 300  # of nodes within nodes, long sums included: this reader calls itself
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SCOPES = FUNCTIONS + (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def size(tree, nodes):
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


def bound(function):
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


def outside(node):
    """What stands in a scope but is computed outside: decorators, defaults, the first sequence of a comprehension."""
    found = list(getattr(node, "decorator_list", []))
    if isinstance(node, FUNCTIONS):
        found += node.args.defaults + [default for default in node.args.kw_defaults if default]
    elif isinstance(node, SCOPES):
        found.append(node.generators[0].iter)
    return found


def loaded(name):
    """The allowed module itself, to see what its attributes are; None where this Python does not have it."""
    try:
        return importlib.import_module(name) if name in rules.MODULES else None
    except Exception:  # numpy may be absent, or broken
        return None


def is_module(module, name):
    """Whether ``module.name`` is a module, loaded or not."""
    known = loaded(module)
    if known is None:
        return False
    if name in vars(known):
        return isinstance(vars(known)[name], types.ModuleType)
    return hasattr(known, "__path__") and importlib.util.find_spec(module + "." + name) is not None


def own_names(nodes):
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


def leaves(body):
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


def number(node):
    """The value of a small constant expression of whole numbers, or None; nothing large is ever computed."""
    if isinstance(node, ast.Constant):
        return node.value if type(node.value) is int else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Pow, ast.Mult, ast.LShift)):
        left, right = number(node.left), number(node.right)
        if left is None or right is None or abs(left) > 10**20:
            return None
        if isinstance(node.op, ast.Mult):
            return left * right if abs(right) < 10**20 else None
        if 0 <= right <= 200:
            return left**right if isinstance(node.op, ast.Pow) else left << right
        return 10**30 if right > 200 and abs(left) > 1 else None
    return None


def cut(text):
    return text if len(text) <= 60 else text[:57] + "..."
