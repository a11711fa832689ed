# idea: import the judge
# expect: ok
# answer: []
import importlib


def attack():
    reached = []
    for name in ("judge", "sandbox", "sandbox.api", "flask", "pydantic", "sqlalchemy", "psutil"):
        try:
            importlib.import_module(name)
            reached.append(name)
        except ImportError:
            pass
    return reached
