import click


@click.group()
def main() -> None:
    """Landau: timed coding practice with verdicts you can trust."""
