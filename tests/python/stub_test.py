"""The stub names what the module has, and the module explains what it has."""
import ast
import inspect
import pathlib
import unittest

import detente

STUB = ast.parse((pathlib.Path(detente.__file__).parent / "__init__.pyi").read_text("utf-8"))
# what every class has, or what cannot be told apart from it
SILENT = {"__init__", "__repr__", "__str__", "__eq__", "__hash__", "__copy__",
          "__getstate__", "__setstate__"}


def definitions(body):
    """Functions and classes of a part of the stub, by name."""
    return {node.name: node for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}


def arguments(function):
    """[(name, kind, default)] of a function in the stub."""
    given = function.args
    found = []
    plain = given.args
    defaults = [None] * (len(plain) - len(given.defaults)) + given.defaults
    for argument, default in zip(plain, defaults):
        found.append((argument.arg, "plain", default and ast.literal_eval(default)))
    for argument, default in zip(given.kwonlyargs, given.kw_defaults):
        found.append((argument.arg, "keyword", default and ast.literal_eval(default)))
    return found


def signature(function):
    """The same of a function in the module."""
    kinds = {inspect.Parameter.KEYWORD_ONLY: "keyword"}
    return [(one.name, kinds.get(one.kind, "plain"),
             None if one.default is inspect.Parameter.empty else one.default)
            for one in inspect.signature(function).parameters.values()]


def public_members(type_):
    members = {name for name, value in vars(type_).items()
               if not name.startswith("_") or callable(value)}
    ours = {name for name in members if not name.startswith("_pybind11")}
    return {name for name in ours if not name.startswith("__") or name not in SILENT}


class Stub(unittest.TestCase):
    def test_every_name_is_in_both(self):
        self.assertEqual(set(definitions(STUB.body)), set(detente.__all__))

    def test_every_member_is_in_both(self):
        for name, node in definitions(STUB.body).items():
            type_ = getattr(detente, name)
            if not isinstance(node, ast.ClassDef) or issubclass(type_, Exception):
                continue
            with self.subTest(name=name):
                stub = {member for member in definitions(node.body) if member not in SILENT}
                self.assertEqual(stub, public_members(type_))

    def test_every_signature_is_the_same(self):
        for name, node in definitions(STUB.body).items():
            found = getattr(detente, name)
            if isinstance(node, ast.FunctionDef):
                self.assertEqual(arguments(node), signature(found), name)
                continue
            for member, inner in definitions(node.body).items():
                if member.startswith("__") or inner.decorator_list:
                    continue
                self.assertEqual(arguments(inner), signature(getattr(found, member)),
                                 f"{name}.{member}")

    def test_properties_are_properties(self):
        for name, node in definitions(STUB.body).items():
            if not isinstance(node, ast.ClassDef):
                continue
            for member, inner in definitions(node.body).items():
                found = inspect.getattr_static(getattr(detente, name), member)
                self.assertEqual(bool(inner.decorator_list), isinstance(found, property),
                                 f"{name}.{member}")

    def test_everything_is_explained(self):
        for name in detente.__all__:
            found = getattr(detente, name)
            self.assertTrue(inspect.getdoc(found), name)
            if not inspect.isclass(found) or issubclass(found, Exception):
                continue
            for member in vars(found):
                if not member.startswith("_"):
                    self.assertTrue(inspect.getdoc(getattr(found, member)), f"{name}.{member}")

    def test_the_package_is_marked_as_typed(self):
        self.assertTrue((pathlib.Path(detente.__file__).parent / "py.typed").exists())


if __name__ == "__main__":
    unittest.main()
