"""How a run ends."""

import gc

import pytest

from timeline.cli.main import guarded


@pytest.mark.parametrize(("outcome", "code"), [(None, 0), (3, 3), ("words", 0)])
def test_the_exit_looks_for_no_garbage_in_what_is_alive(outcome: object, code: int) -> None:
    before = gc.get_freeze_count()
    try:
        with pytest.raises(SystemExit) as ended:
            guarded(lambda: outcome)
        assert ended.value.code == code
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
