"""How a run ends."""

import gc

import pytest

from timeline.cli.main import run_and_exit


@pytest.mark.parametrize(("outcome", "code"), [(None, 0), (3, 3), ("words", 0)])
def test_exit_freezes_the_garbage_collector(outcome: object, code: int) -> None:
    before = gc.get_freeze_count()
    try:
        with pytest.raises(SystemExit) as ended:
            run_and_exit(lambda: outcome)
        assert ended.value.code == code
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
