"""Methods that take filters as keywords, typed from the table of filters."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from timeline.filters import Filters
from timeline.filters.rows import rows

Keywords = ParamSpec("Keywords")
Owner = TypeVar("Owner")
Result = TypeVar("Result")


def with_keywords_of(
    make: Callable[Keywords, Filters],
) -> Callable[[Callable[[Owner, Filters], Result]], Callable[Concatenate[Owner, Keywords], Result]]:
    """Decorate a method that takes `Filters`: its callers give their keywords."""

    def decorate(
        method: Callable[[Owner, Filters], Result],
    ) -> Callable[Concatenate[Owner, Keywords], Result]:
        def call(owner: Owner, /, *arguments: Keywords.args, **keywords: Keywords.kwargs) -> Result:
            return method(owner, make(*arguments, **keywords))

        kind = inspect.Parameter.KEYWORD_ONLY
        parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)]
        parameters += [inspect.Parameter(row.name, kind, default=row.default) for row in rows(Filters)]
        call.__name__, call.__doc__ = method.__name__, method.__doc__
        call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # for help()
        return call

    return decorate
