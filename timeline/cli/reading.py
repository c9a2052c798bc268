"""The dataset read whole, for commands that look into its texts and not only at its compiled timeline."""

import typer

from timeline.cli.output import Failure, log
from timeline.cli.session import Session
from timeline.dataset.read import NoReadableFile
from timeline.evidence import Timeline, load_timeline


def read_timeline(context: typer.Context) -> Timeline:
    """The timeline with its sources and texts; stderr says so where something of it could not be read."""
    dataset = (context.find_object(Session) or Session(None)).dataset()
    try:
        timeline = load_timeline(dataset)
    except NoReadableFile as error:
        raise Failure(str(error), 3) from None
    unread = len(timeline.material.problems) + len(timeline.duplicates)
    if unread:
        problems = "1 problem" if unread == 1 else f"{unread} problems"
        log(f"{problems} in the files; what they spoil is left out: timeline check")
    if timeline.material.texts is None:
        log("this dataset is one file of events: it carries no sources and no texts")
    return timeline
