"""Clauses of English sentences: for a position in one its tense, its mood and its stance.

A reader by rule, without a dictionary of all words, that prefers unknown to a guess. How it reads:

1. `tokens`: words and marks; contractions apart (`did` + `n't`), curly marks as straight ones.
2. `verb_groups`: what can be a verb group, from its auxiliary (`has been postponed`, `is set to open`) or
   from the form of one word (`signed`, `meets`, `to meet`, `starting`). A capital inside a sentence is a
   name.
3. `settling`: a stretch without a mark, a conjunction or a relative pronoun has one finite verb. Others are
   nouns (`peace talks began`) or participles (`the pact signed on Friday expires`); a reporting verb may
   have a second.
4. `segments`: between two verb groups one boundary, at a mark, a conjunction or a comma in front of the
   subject.
5. `finite`, `dependent`: the tense follows from the form. An infinitive, gerund or participle takes it from
   what it depends on: `agreed to meet` lies ahead, `managed to meet` behind. `would` is future only where
   it reports `will`.
6. `stance`: the first that applies of denied, asked, hypothetical, reported, planned, asserted.
7. `dating`: what is between the verb and the date: `ahead of a summit on Thursday`, `postponed to Friday`,
   `will discuss the attack on Monday`.

What stays unknown, since either side can be right: `was to be signed on Friday`, `was due on Monday`,
`planned to meet on Tuesday`, `could meet`, `would meet` without a speaker, `if it fails on Friday`,
headlines in the present tense (`Japan signs deal on Tuesday`), verbs whose past is like their present
behind a plural (`states set a date`), phrases without a verb. `expires on April 24`, `opens on Thursday`,
`takes effect on August 1` are read as future: reports of past events use these verbs in the past tense, and
calendars and news use them for what is to come.

`seen_from` PAST marks a tense that counts from a past moment of the text: `said it would open on Friday` is
future from the day of speaking, so Friday lies after that day, and need not lie after the day of
publication. A present tense says nothing about the side on which a date lies.
"""

from timeline.text.clauses.clause import Clause, Mood, Stance, Tense
from timeline.text.clauses.reader import clauses, read_clause

__all__ = ["Clause", "Mood", "Stance", "Tense", "clauses", "read_clause"]
