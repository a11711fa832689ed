"""Judging from a notebook: ``%load_ext judge.notebook``, then a cell whose first line is ``%%judge SLUG``.

The cell's text is handed in as it stands, judged in the sandbox like any submission, and kept in the history; it is
not run in the notebook itself. IPython is needed by the magic alone: `Shown` works wherever a report is.
"""

from judge.notebook.magic import judge_cell, load_ipython_extension
from judge.notebook.shown import Shown

__all__ = ["Shown", "judge_cell", "load_ipython_extension"]
