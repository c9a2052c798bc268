"""The Python API: `timeline.open` and what it returns."""

from timeline.api.timeline import CheckResult, OpenTimeline, RecordsLeftOut, open_timeline

__all__ = ["CheckResult", "OpenTimeline", "RecordsLeftOut", "open_timeline"]
