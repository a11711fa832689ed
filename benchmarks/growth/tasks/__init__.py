"""One module a theme; each has TASKS."""
