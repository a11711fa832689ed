"""Who judges what waits in the queue: this process (the terminal), or a worker beside the page."""

from judge.dispatch.judging import judge_one

__all__ = ["judge_one"]
