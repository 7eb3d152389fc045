"""A Typer program of two commands, as small as they come."""

import typer

app = typer.Typer()


def _version(wanted: bool) -> None:  # noqa: FBT001  typer asks for it so
    if wanted:
        typer.echo("hello 1.0")
        raise typer.Exit


@app.callback()
def _hello(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True)) -> None:  # noqa: FBT001, FBT003
    """Greet."""


@app.command()
def greet(name: str) -> None:
    """Say hello."""
    typer.echo(f"Hello {name}")


@app.command()
def part(name: str) -> None:
    """Say goodbye."""
    typer.echo(f"Goodbye {name}")


app()
