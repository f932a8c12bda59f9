"""Slips that a hand could make in our own code, one at a time: where they can be made, and the tree with one made.

A slip turns a comparison or a condition, joins by `or` instead of `and`, drops a `not` or the filter of a comprehension,
moves a number by one, swaps True and False, plus and minus, `break` and `continue`, leaves out a call, or returns None.
No slip is made where none could matter: in annotations, decorators, `raise`, `assert`, and options such as `maxsize`.
"""

from __future__ import annotations

import ast
import functools
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
# Options that change speed, layout or how strictly the program watches itself, never an answer.
_IDLE = frozenset(
    "maxsize strict indent ensure_ascii exist_ok parents stacklevel frozen kw_only gc slots cache_hash eq order".split()
)


class Place(NamedTuple):
    """Where a slip can be made: the file, the number of the node in the order of the walk, and the lines it stands on.

    `first` and `last` are the lines of the statement (of a compound one, its head) as far as the node; `inside` says
    whether the place lies in the body of a function, and so runs only when somebody calls it.
    """

    path: Path
    node: int
    first: int
    last: int
    inside: bool


class Slip(NamedTuple):
    """One change: what was done, what stood there before, and the changed tree, its lines those of the source."""

    what: str
    was: str
    tree: ast.Module


def places(path: Path) -> list[Place]:
    """Every place of a file where a slip can be made."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    number = {id(node): at for at, node in enumerate(ast.walk(tree))}
    return [
        Place(path, number[id(node)], first, getattr(node, "end_lineno", first) or first, inside)
        for node, first, inside in _live(tree, 0, inside=False)
        if _what(node) is not None
    ]


def slip_at(place: Place) -> Slip:
    """The slip of a place."""
    tree = ast.parse(place.path.read_text(encoding="utf-8"))
    node = next(found for number, found in enumerate(ast.walk(tree)) if number == place.node)
    what = _what(node) or ""
    head = node.test if isinstance(node, ast.If | ast.IfExp) else node
    was = " ".join(ast.unparse(head).split()) if not isinstance(head, ast.comprehension) else ast.unparse(head.ifs[0])
    _make(node)
    return Slip(what, was, ast.fix_missing_locations(tree))


def forget() -> None:
    """Empty what the modules of the program have kept, so that nothing answers for code that has changed."""
    for name, module in sorted(sys.modules.items()):
        for kept in list(vars(module).values()) if name.startswith("saring") else ():
            if isinstance(kept, type(functools.cache(forget))):
                kept.cache_clear()
    epochs = sys.modules.get("saring.findings.epochs")
    if epochs is not None:
        vars(epochs)["_EPOCHS"].clear()


def is_loaded(source: Path) -> bool:
    """Whether a file is imported; one that is not will be imported with the slip that lies in it."""
    return str(source) in {getattr(module, "__file__", None) for module in list(sys.modules.values())}


def put_in(source: Path, changed: ast.Module) -> bool:
    """Give the functions of a loaded file their code in a changed tree; False where something else has changed too."""
    new: dict[tuple[str, int], CodeType] = {}
    _codes(compile(changed, str(source), "exec"), new)
    found = False
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__.co_filename == str(source):
            code = new.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
            if code is None or len(code.co_freevars) != len(function.__code__.co_freevars):
                return False
            if code != function.__code__:
                function.__code__, found = code, True
    return found


def _live(node: ast.AST, first: int, *, inside: bool) -> Iterator[tuple[ast.AST, int, bool]]:
    """The nodes where a slip could matter, each with the first line of its statement."""
    if isinstance(node, ast.Raise | ast.Assert):
        return
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return
    if isinstance(node, ast.stmt | ast.ExceptHandler):
        first = node.lineno
    yield node, first, inside
    function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.keyword) and child.arg in _IDLE:
                continue
            if isinstance(child, ast.AST):
                yield from _live(child, first, inside=inside or (function and name == "body"))


def _what(node: ast.AST) -> str | None:
    """What a slip does to a node, or None where it has none."""
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in _TURNED:
            return "comparison turned"
        case ast.BoolOp():
            return "and for or, or for and"
        case ast.UnaryOp(op=ast.Not()):
            return "not dropped"
        case ast.Constant(value=bool()):
            return "True for False, or the other way"
        case ast.Constant(value=int()):
            return "a number more by one"
        case ast.BinOp(op=ast.Add() | ast.Sub(), left=left, right=right) if not (_is_text(left) or _is_text(right)):
            return "plus for minus, or the other way"
        case ast.Return(value=ast.expr() as value) if not _is_nothing(value):
            return "returns None"
        case ast.If() | ast.IfExp():
            return "condition turned"
        case ast.comprehension(ifs=[_, *_]):
            return "a filter left out"
        case ast.Expr(value=ast.Call()):
            return "a call left out"
        case ast.Break() | ast.Continue():
            return "break for continue, or the other way"
    return None


def _make(node: ast.AST) -> None:
    """Make the slip of a node in place."""
    match node:
        case ast.Compare():
            node.ops = [_TURNED[type(node.ops[0])](), *node.ops[1:]]
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=int(value)):
            node.value = value + 1
        case ast.BinOp():
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.If() | ast.IfExp():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.comprehension():
            node.ifs = node.ifs[1:]
        case ast.Expr():
            node.value = ast.Constant(None)
        case ast.Break() | ast.Continue():
            node.__class__ = ast.Continue if isinstance(node, ast.Break) else ast.Break


def _is_text(node: ast.expr) -> bool:
    """Whether a sum is seen to join texts or lists, where a minus would only be an error of type."""
    if isinstance(node, ast.BinOp):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    )


def _is_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value in (None, "", 0, False)


def _codes(code: CodeType, found: dict[tuple[str, int], CodeType]) -> None:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            found[inner.co_qualname, inner.co_firstlineno] = inner
            _codes(inner, found)
