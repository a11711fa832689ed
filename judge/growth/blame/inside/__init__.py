"""The text of what runs in a cell beside a submission; the judge never calls it."""
