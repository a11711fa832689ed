"""The only code that runs inside a cell. Standard library only; it must import on every supported Python."""
