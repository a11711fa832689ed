from tests.sandbox.fixtures import opening, own_native, own_sandbox, sandbox

__all__ = ["opening", "own_native", "own_sandbox", "sandbox"]
