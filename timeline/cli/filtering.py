"""The filters of a command: its options, made from the table of filters, and the query of their values."""

import datetime
import inspect
from collections.abc import Callable, Collection
from typing import Annotated, ParamSpec

import typer

from timeline.cli.command import completion
from timeline.cli.output import log
from timeline.filters import Filters
from timeline.filters.rows import AnyRow, Count, Facet, Flag, Names, rows
from timeline.query import Query
from timeline.resolve import read_query
from timeline.store import Store

Arguments = ParamSpec("Arguments")


def filter_options(
    *, without: Collection[AnyRow] = ()
) -> Callable[[Callable[Arguments, None]], Callable[Arguments, None]]:
    """Decorate a command with an option for each filter: its parameter of type `Filters` gets their values.

    The filters in `without` get no option. Raises ValueError where an option of the command has the name of a
    filter.
    """
    offered = [row for row in rows(Filters) if row not in without]

    def decorate(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
        signature = inspect.signature(command)
        (target,) = (
            parameter for parameter in signature.parameters.values() if parameter.annotation is Filters
        )

        def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
            values = {row.name: options.pop(row.name) for row in offered}
            options[target.name] = Filters.from_values(
                {name: value for name, value in values.items() if value is not None}
            )
            command(*arguments, **options)

        parameters: list[inspect.Parameter] = []
        for parameter in signature.parameters.values():
            parameters += map(_parameter, offered) if parameter is target else [parameter]
        run.__name__, run.__doc__ = command.__name__, command.__doc__
        # typer reads the options from this signature.
        run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
        return run

    return decorate


def _parameter(row: AnyRow) -> inspect.Parameter:
    """The parameter from which typer makes the option of a filter."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    if isinstance(row, Flag):
        flag = typer.Option(f"--{row.name.replace('_', '-')}", help=row.description)
        return inspect.Parameter(row.name, kind, default=False, annotation=Annotated[bool, flag])
    if isinstance(row, Count):
        count = typer.Option(metavar=row.metavar, help=row.description, min=0)
        return inspect.Parameter(row.name, kind, default=None, annotation=Annotated[int | None, count])
    if isinstance(row, Names):
        names = typer.Option(metavar=row.metavar, help=row.description, autocompletion=_completion(row))
        return inspect.Parameter(row.name, kind, default=None, annotation=Annotated[list[str] | None, names])
    text = typer.Option(metavar=row.metavar, help=row.description)
    return inspect.Parameter(row.name, kind, default=None, annotation=Annotated[str | None, text])


def _completion(row: Names) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    return completion("facet_values", row.name) if isinstance(row, Facet) else completion(row.completes)


def query_for(filters: Filters, store: Store) -> Query:
    """The query of the filters. Notices name unknown values, and how words were read as dates.

    Raises InvalidQuery for a filter that cannot be resolved.
    """
    resolved = read_query(filters, store, datetime.date.today().isoformat())
    for message in (*resolved.unknown, *resolved.notes):
        log(message)
    return resolved.query
