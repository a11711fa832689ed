"""What a run costs beyond the code itself: ours, bare Python, and other sandboxes, in one table from one run."""
