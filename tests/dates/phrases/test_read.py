"""What people and newspapers write, and what it comes to, said on Tuesday, 9 July 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Date, InvalidDate, parse
from timeline.dates.phrases import read

TUESDAY = parse("2024-07-09")
ABOUT_WEDNESDAY = parse("2025-07-09~")
ABOUT_OCTOBER = parse("2025-10~")


@pytest.mark.parametrize(
    ("phrase", "said", "edtf"),
    [
        ("Recent months", ABOUT_OCTOBER, "/2025-09~"),
        ("begins on Tuesday", TUESDAY, "2024-07-09"),
        ("last week", TUESDAY, "2024-07-01/2024-07-07"),
        ("On Tuesday", TUESDAY, "2024-07-09"),
        ("in April", TUESDAY, "2024-04"),
        ("last month", TUESDAY, "2024-06"),
        ("will deliver", TUESDAY, "[2024-07-10..]"),
        ("in late June", ABOUT_WEDNESDAY, "2025-06"),
        ("In 2023", ABOUT_WEDNESDAY, "2023"),
    ],
)
def test_the_seeds_give_what_their_words_prove(phrase: str, said: Date, edtf: str) -> None:
    assert str(read(phrase, said).date) == edtf
    assert read(phrase, said).phrase == phrase


@pytest.mark.parametrize(
    ("phrase", "said", "reason"),
    [
        ("recently convened", ABOUT_OCTOBER, "says no time that can be counted"),
        ("predating Trump\u2019s current administration", ABOUT_OCTOBER,
         "needs the date of Trump's current administration"),
        ("In the midst of the third year of the conflict in Ukraine", TUESDAY,
         "needs the start of the conflict in Ukraine"),
        ("for the third year in a row", TUESDAY, "counts, and names no date"),
        ("", TUESDAY, "there are no words"),
        ("told reporters", TUESDAY, "no rule reads these words as a date"),
        ("that year", ABOUT_WEDNESDAY,
         "points back to a date in the words before it, and is read only with that"),
    ],
)  # fmt: skip
def test_the_seeds_are_refused_where_their_words_prove_nothing(phrase: str, said: Date, reason: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        read(phrase, said)
    assert str(refused.value) == f"{phrase}: {reason}"


@pytest.mark.parametrize(
    ("phrase", "edtf", "rule"),
    [
        # EDTF stays EDTF
        ("2024-07-09", "2024-07-09", "edtf"),
        ("1985", "1985", "edtf"),
        ("[..2024]", "[..2024]", "edtf"),
        # Days
        ("9 July 2024", "2024-07-09", "day"),
        ("9 Jul 2024", "2024-07-09", "day"),
        ("9th of July, 2024", "2024-07-09", "day"),
        ("July 9, 2024", "2024-07-09", "day"),
        ("on July 9 2024.", "2024-07-09", "day"),
        ("Sept. 3, 2024", "2024-09-03", "day"),
        ("Tuesday, 9 July 2024", "2024-07-09", "day"),
        ("Tuesday, July 9, 2024", "2024-07-09", "day"),
        ("15 March 44 BC", "-0043-03-15", "day"),
        ("15 March 44 B.C.", "-0043-03-15", "day"),
        ("24 August AD 79", "0079-08-24", "day"),
        ("July 9-11, 2024", "2024-07-09/2024-07-11", "day"),
        ("July 9\u201311, 2024", "2024-07-09/2024-07-11", "day"),
        ("9\u201311 July 2024", "2024-07-09/2024-07-11", "day"),
        ("from 9 to 11 July 2024", "2024-07-09/2024-07-11", "from-to+day"),
        ("9 or 10 July 2024", "[2024-07-09,2024-07-10]", "day"),
        ("9, 10 and 12 July 2024", "{2024-07-09,2024-07-10,2024-07-12}", "day"),
        ("29 June \u2013 2 July 2022", "2022-06-29/2022-07-02", "days"),
        ("June 29 - July 2, 2022", "2022-06-29/2022-07-02", "days"),
        ("30 Dec 2022 to 2 Jan 2023", "2022-12-30/2023-01-02", "days"),
        ("25/12/2024", "2024-12-25", "figures"),
        ("12/25/2024", "2024-12-25", "figures"),
        ("7.7.2024", "2024-07-07", "figures"),
        ("2024/7/9", "2024-07-09", "figures"),
        # Months
        ("Jul 2024", "2024-07", "month"),
        ("in May 2024", "2024-05", "month"),
        ("July of 2024", "2024-07", "month"),
        ("June\u2013August 2024", "2024-06/2024-08", "month"),
        ("July or August 2024", "[2024-07,2024-08]", "month"),
        ("June, July and August 2024", "{2024-06,2024-07,2024-08}", "month"),
        ("June 2023 to August 2024", "2023-06/2024-08", "months"),
        # Years and parts of them
        ("in 2023", "2023", "year"),
        ("the year 2023", "2023", "year"),
        ("2022 or 2023", "[2022,2023]", "year"),
        ("2021, 2022 and 2023", "{2021,2022,2023}", "year"),
        ("44 BC", "-0043", "year"),
        ("1 BC", "0000", "year"),
        ("AD 79", "0079", "year"),
        ("2022\u20132024", "2022/2024", "years"),
        ("from 2022 to 2024", "2022/2024", "from-to+years"),
        ("44\u201340 BC", "-0043/-0039", "years"),
        ("44 BC to AD 14", "-0043/0014", "years"),
        ("autumn 2025", "2025-23", "season"),
        ("the fall of 2025", "2025-23", "season"),
        ("winter 2024", "2024-24", "season"),
        ("the winter of 2024/25", "2024-12~/2025-02~", "winter"),
        ("winter 1999-2000", "1999-12~/2000-02~", "winter"),
        ("Q3 2024", "2024-35", "quarter"),
        ("3Q 2024", "2024-35", "quarter"),
        ("the third quarter of 2024", "2024-35", "quarter"),
        ("H1 2024", "2024-40", "half"),
        ("2H 2024", "2024-41", "half"),
        ("the second half of 2024", "2024-41", "half"),
        ("the 1980s", "198X", "decade"),
        ("the 19th century", "[1801..1900]", "century"),
        ("5th century BC", "[-0499..-0400]", "century"),
        ("1st century BC", "[-0099..0000]", "century"),
        # Parts that EDTF cannot say
        ("late June 2025", "2025-06", "late+month"),
        ("mid-2023", "2023", "mid+year"),
        ("early 2024", "2024", "early+year"),
        ("early in 2024", "2024", "early+year"),
        ("the end of July 2024", "2024-07", "end+month"),
        ("at the beginning of 2024", "2024", "beginning+year"),
        ("the middle of 2024", "2024", None),
        ("early 1980s", "198X", "early+decade"),
        # About
        ("c. 1890", "1890~", "about+year"),
        ("c1890", "1890~", "about+year"),
        ("circa 1890", "1890~", "about+year"),
        ("circa 1890s", "189X~", "about+decade"),
        ("around July 2024", "2024-07~", "about+month"),
        ("about 9\u201311 July 2024", "2024-07-09~/2024-07-11~", "about+day"),
        ("possibly 2024", "2024?", "perhaps+year"),
        ("some time in 2024", "2024", "some-time+year"),
        # Before, after, since, until, between
        ("before 2020", "[..2019]", "before+year"),
        ("before July 2024", "[..2024-06]", "before+month"),
        ("before January 2024", "[..2023-12]", "before+month"),
        ("before 9 July 2024", "[..2024-07-08]", "before+day"),
        ("before Q3 2024", "[..2024-06]", "before+quarter"),
        ("before 9\u201311 July 2024", "[..2024-07-08]", "before+day"),
        ("before c. 1890", "[..1889~]", "before+about+year"),
        ("before 44 BC", "[..-0044]", "before+year"),
        ("before the 1980s", "[..1979]", "before+decade"),
        ("after the 1980s", "[1990..]", "after+decade"),
        ("before mid-2024", "[..2024]", "before+mid+year"),
        ("after 2020", "[2021..]", "after+year"),
        ("after 9 July 2024", "[2024-07-10..]", "after+day"),
        ("after early 2024", "[2024..]", "after+early+year"),
        ("by 9 July 2024", "[..2024-07-09]", "by+day"),
        ("by the end of 2024", "[..2024]", "by-the-end+year"),
        ("before the end of 2024", "[..2024]", "by-the-end+year"),
        ("by 9\u201311 July 2024", "[..2024-07-11]", "by+day"),
        ("2024 or earlier", "[..2024]", "by+year"),
        ("no earlier than 2024", "[2024..]", "from+year"),
        ("not before 9\u201311 July 2024", "[2024-07-09..]", "from+day"),
        ("2024 or later", "[2024..]", "from+year"),
        ("since 2022", "2022/..", "since+year"),
        ("since mid-2022", "2022/..", "since+mid+year"),
        ("from July 2024 on", "2024-07/..", "from+month"),
        ("until July 2024", "/2024-07", "until+month"),
        ("between 2022 and 2024", "[2022..2024]", "between"),
        ("between June and August 2024", "[2024-06..2024-08]", "between"),
        ("between July 2022 and 2024", "2022-07/2024", "between"),
        ("late June to early July 2024", "2024-06/2024-07", "from-to"),
        ("from c. 2020 to 2022", "2020~/2022~", "from-to+about+years"),
        ("9 July 2024 until 2025", "2024-07-09/2025", "from-to"),
    ],
)  # fmt: skip
def test_words_that_name_their_date(phrase: str, edtf: str, rule: str | None) -> None:
    reading = read(phrase, None)
    assert str(reading.date) == edtf
    assert rule is None or reading.rule == rule
    assert read(phrase.upper(), None).date == reading.date


@pytest.mark.parametrize(
    ("phrase", "edtf", "rule"),
    [
        ("today", "2024-07-09", "day-word"),
        ("yesterday", "2024-07-08", "day-word"),
        ("the day before yesterday", "2024-07-07", "day-word"),
        ("tomorrow", "2024-07-10", "day-word"),
        ("the next day", "2024-07-10", "this-or-next"),
        ("this week", "2024-07-08/2024-07-14", "this-or-next"),
        ("earlier this year", "2024", "this-or-next"),
        ("last year", "2023", "this-or-next"),
        ("next month", "2024-08", "this-or-next"),
        ("last quarter", "2024-34", "this-or-next"),
        ("the following year", "2025", "this-or-next"),
        ("last weekend", "2024-07-06/2024-07-07", "weekend"),
        ("this weekend", "2024-07-13/2024-07-14", "weekend"),
        ("two days later", "2024-07-11", "later"),
        ("in three months", "2024-10", "later"),
        ("in two weeks' time", "2024-07-22/2024-07-28", "later"),
        ("a week ago", "2024-07-01/2024-07-07", "ago"),
        ("ten years ago", "2014", "ago"),
        ("18 months earlier", "2023-01", "ago"),
        ("recent weeks", "/2024-07-07~", "recent"),
        ("over the past few years", "/2023~", "recent"),
        ("Tuesday", "2024-07-09", "weekday"),
        ("on Monday", "2024-07-08", "weekday"),
        ("on Wednesday", "2024-07-03", "weekday"),
        ("Wednesday evening", "2024-07-03", "weekday"),
        ("will meet on Wednesday", "2024-07-10", "weekday"),
        ("is due on Friday", "2024-07-12", "weekday"),
        ("last Tuesday", "2024-07-02", "which-weekday"),
        ("next Tuesday", "2024-07-16", "which-weekday"),
        ("this Friday", "2024-07-12", "which-weekday"),
        ("this Monday", "2024-07-08", "which-weekday"),
        ("July", "2024-07", "month-without-year"),
        ("in August", "2023-08", "month-without-year"),
        ("will convene in August", "2024-08", "month-without-year"),
        ("starts in August", "2024-08", "month-without-year"),
        ("last April", "2024-04", "which-month"),
        ("last July", "2023-07", "which-month"),
        ("this November", "2024-11", "which-month"),
        ("next July", "2025-07", "which-month"),
        ("July 9\u201311", "2024-07-09/2024-07-11", "day-without-year"),
        ("this summer", "2024-22", "this-season"),
        ("mid-July", "2024-07", "mid+month-without-year"),
        ("late last week", "2024-07-01/2024-07-07", "late+this-or-next"),
        ("will begin next week", "2024-07-15/2024-07-21", "verb+this-or-next"),
        ("since Tuesday", "2024-07-09/..", "since+weekday"),
        ("before last week", "[..2024-06-30]", "before+this-or-next"),
        ("from Monday to Friday", "2024-07-08/2024-07-12", "from-to+from-to"),
        ("the same day", "2024-07-09", "same-unit"),
        ("later that year", "2024", "same-unit"),
        ("18 June", "2024-06-18", "day-without-year"),
        ("between Monday and Tuesday", "[2024-07-08..2024-07-09]", "between"),
        ("will be announced soon", "[2024-07-10..]", "future"),
    ],
)
def test_words_that_count_from_the_day_they_were_said(phrase: str, edtf: str, rule: str | None) -> None:
    if rule is None:
        with pytest.raises(InvalidDate, match=edtf):
            read(phrase, TUESDAY)
        return
    reading = read(phrase, TUESDAY)
    assert (str(reading.date), reading.rule) == (edtf, rule)


@pytest.mark.parametrize(
    ("phrase", "note"),
    [
        ("early 2024", "its first third"),
        ("mid-2023", "its middle third"),
        ("late June 2025", "its last third"),
        ("the end of 2024", "its end"),
        ("at the start of 2024", "its beginning"),
        ("late June to early July 2024", "its last third; its first third"),
        ("2024", ""),
    ],
)
def test_what_edtf_cannot_say_is_noted(phrase: str, note: str) -> None:
    assert read(phrase, None).note == note


@pytest.mark.parametrize(
    ("phrase", "said", "edtf"),
    [
        # The day is known well enough for the word, or the answer is as approximate as the day.
        ("last week", "2025-07-09~", "2025-06-30/2025-07-06"),
        ("yesterday", "2025-07-09~", "2025-07-08~"),
        ("last month", "2025-10", "2025-09"),
        ("last month", "2025-10~", "2025-09~"),
        ("last week", "2024-07-08~", "2024-07-01~/2024-07-07~"),
        ("last year", "2025-10~", "2024"),
        ("last year", "2025", "2024"),
        ("last year", "2025-09-24/2025-12-31", "2024"),
        ("last year", "[2025-09,2025-11]", "2024"),
        ("last month", "2025-10-01?", "2025-09"),
    ],
)
def test_the_day_may_be_known_less_well(phrase: str, said: str, edtf: str) -> None:
    assert str(read(phrase, parse(said)).date) == edtf


@pytest.mark.parametrize(
    ("phrase", "said", "reason"),
    [
        ("last week", None, "counts from the day on which it was said; say which day that was"),
        ("yesterday", "2025-10", "counts from a day, and Oct 2025 is not precise enough"),
        ("last month", "2025~", "counts from a day, and c. 2025 is not precise enough"),
        ("last week", "2025-07-09/..", "counts from a day, and since 9 Jul 2025 is none"),
        ("last year", "0001", "is counted in the years 1 to 9999 only"),
        ("9999 years ago", "2024", "is counted in the years 1 to 9999 only"),
        ("yesterday", "-0043-03-15", "is counted in the years 1 to 9999 only"),
        ("30 February", "2026-07-09", "no year has that day"),
        ("last summer", "2024-07-09", "which summer that was depends on the hemisphere; name its year"),
    ],
)
def test_words_that_need_a_better_day_are_refused(phrase: str, said: str | None, reason: str) -> None:
    with pytest.raises(InvalidDate) as refused:
        read(phrase, parse(said) if said else None)
    assert str(refused.value) == f"{phrase}: {reason}"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("30 February 2024", "2024-02-30: February 2024 has 29 days"),
        ("Monday, 9 July 2024", "2024-07-09 was a Tuesday, not a Monday"),
        ("9/7/2024", "day and month may be either way round; write year-month-day, as in 2024-07-09"),
        ("the 1900s", "1900s may be ten years or a hundred; say from which year to which"),
        ("the '80s", "names no century"),
        ("the 80s", "names no century"),
        ("a few months ago", "says no number that can be counted"),
        ("before the war", "needs the date of the war"),
        ("since the fall of Kabul", "needs the date of the fall of Kabul"),
        ("10 July", "may be 2023-07-10 or 2024-07-10: nothing tells which"),
        ("28 December", "may be 2023-12-28 or 2024-12-28: nothing tells which"),
        ("last June", "may be June 2024 or June 2023; name its year"),
        ("2023/24",
         "a year has four digits: 0024 is the year, 24XX the century; or write 2023/2024 for two years"),
        ("9/11/2001", "day and month may be either way round; write year-month-day, as in 2001-11-09"),
        ("0 BC", "there is no year 0 in words; the year before AD 1 is 1 BC"),
        ("winter 2024-26", "a winter goes from one year into the next"),
        ("since 9\u201311 July 2024", "EDTF cannot say a start or an end somewhere in 2024-07-09/2024-07-11"),
        ("by 9 or 11 July 2024", "EDTF cannot say a start or an end somewhere in [2024-07-09,2024-07-11]"),
        ("before until 2024", "nothing lies beyond /2024"),
        ("12 to 9 July 2024",
         "2024-07-12/2024-07-09: its end, 2024-07-09, lies before its start, 2024-07-12"),
        ("between 2024 and the war", "no rule reads these words as a date"),
        ("between the war and 2024", "no rule reads these words as a date"),
        ("once upon a time", "says no time that can be counted"),
        ("2024 - 2025 - 2026", None),
        ("after Y170000000", None),
        ("by " * 60 + "2024", "no rule reads these words as a date"),
        ("till " * 100, None),
        ("20240709", "a year has four digits; a longer one is written Y12345, a day 2024-07-09"),
        ("2023-02-29", "February 2023 has 28 days"),
    ],
)  # fmt: skip
def test_what_has_two_readings_or_none_is_refused(phrase: str, reason: str | None) -> None:
    with pytest.raises(InvalidDate) as refused:
        read(phrase, TUESDAY)
    if reason is not None:
        assert str(refused.value).endswith(f": {reason}")


WORDS = (
    "before after by from since until between and or to the in on last next this early late mid end of "
    "begins will c. about July June 9 11 2024 2024-07 44 BC week month year days ago two Tuesday summer Q3 "
    "- , 1980s"
)
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join)


@given(st.one_of(st.text(), PHRASES), st.sampled_from([None, TUESDAY, ABOUT_OCTOBER, parse("2025/..")]))
def test_read_gives_a_date_or_raises_not_a_date(text: str, said: Date | None) -> None:
    try:
        reading = read(text, said)
    except InvalidDate:
        return
    assert reading.phrase == text
    assert parse(str(reading.date)) == reading.date


@given(st.dates())
def test_a_day_in_words_is_that_day(day: date) -> None:
    words = f"{day:%A}, {day.day} {day:%B} {day.year:04d}"
    assert str(read(words, None).date) == day.isoformat()
