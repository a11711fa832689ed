from tests.sandbox.fixtures import own_sandbox, sandbox

__all__ = ["own_sandbox", "sandbox"]
