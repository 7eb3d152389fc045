"""Help for people who write no programs."""

from typing import Any

from typer.core import TyperArgument, TyperCommand


class PlainCommand(TyperCommand):
    """A command whose help names its arguments without a type of the programming language."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401  Typer's own types for it are private
        """Give the arguments and options."""
        parameters = super().get_params(ctx)
        for each in parameters:
            if isinstance(each, TyperArgument):
                each.display_type_rich = _nothing  # type: ignore[method-assign]  # no option of Typer leaves it out
        return parameters


def _nothing(ctx: object) -> None:
    del ctx
