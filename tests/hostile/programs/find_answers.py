# idea: search every folder for the judge's packages, expected answers and other submissions
# expect: ok
# answer: []
import os

WANTED = {"problem.yaml", "cases.py", "checker.py", "evaluate.py", "landau.db", "sqlalchemy", "flask", "pydantic"}


def attack():
    found = []
    for folder, folders, files in os.walk("/"):
        found += [os.path.join(folder, name) for name in WANTED.intersection(folders + files)]
    return found
