"""Tasks that nobody tuned the judge to: one module a theme; each has TASKS."""
