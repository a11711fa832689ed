"""How untrusted code is run and measured; knows nothing of problems."""
