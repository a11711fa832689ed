"""What a problem is, and how a submission to it is judged."""
