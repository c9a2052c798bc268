"""The forms of English verbs: the irregular ones as a table, the regular ones by their endings.

A verb that is not in the tables is recognised in its -ed form only.
"""

# ruff: noqa: SIM905  (words read best as words)

_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung
fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen
get got gotten|give gave given|go went gone|grow grew grown|hang hung hung|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid
lead led led|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
oversee oversaw overseen|overtake overtook overtaken|overcome overcame overcome
override overrode overridden|overrun overran overrun|overthrow overthrew overthrown|pay paid paid
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|retake retook retaken|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept
slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone
understand understood understood|undertake undertook undertaken|uphold upheld upheld|upset upset upset
wake woke woken|wear wore worn|weep wept wept|win won won|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|write wrote written|rewrite rewrote rewritten
foretell foretold foretold|outgrow outgrew outgrown|bid bid bid|slay slew slain|shine shone shone
kneel knelt knelt|learn learnt learnt|burn burnt burnt|dream dreamt dreamt
""".replace("\n", "|")

_REGULAR = frozenset(
    """abandon abolish absorb abstain accede accelerate accept accompany accuse achieve acknowledge acquire
    act add address adjourn admit adopt advance advise affirm agree aim airlift allege allow alter amend
    announce annex answer appeal appear apply appoint approach approve argue arm arrest arrive ask
    assassinate assault assemble assert assess assign assist assume assure attack attempt attend
    authorise authorize avert avoid await award back ban bar base battle believe belong besiege bar
    blame block blockade boast bomb bombard boost border bow boycott brief broker call cancel capture
    carry cause cease celebrate challenge change charge chair chart cite claim clash clear close
    coincide collaborate collapse combat combine command commence comment commemorate commit compare
    compete complain complete comply concede conclude condemn conduct confer confirm confiscate confront
    consider consist constitute construct consult contact contain contest continue contribute control
    convene converge convict cooperate coordinate counter cover crash create criticise criticize cross
    crush culminate curb cut damage dash date debate decide declare decline decrease deem deepen defeat
    defect defend define defuse defy delay delegate deliver demand demolish denounce deny depart depend
    deploy deport depose deprive describe deserve designate destroy detain detect deteriorate determine
    develop devote die differ direct disagree disappear disarm disband discover discuss dismiss dispatch
    disperse displace dispute disrupt dissolve divide doubt drag draft drift drop earn ease edge elect
    elevate emerge emphasise emphasize employ enable enact encircle encounter encourage end endorse
    enforce engage enhance enjoy enlarge enlist enrich ensure enter erupt escalate escape escort
    establish estimate evacuate evade examine exceed exchange exclude execute exempt exercise exert
    exist expand expect expel expire explain explode explore export expose express extend extradite face
    fail falter favor favour fear feature file fill finalise finalize finance finish fire flood focus
    follow force form formalise formalize formulate foster found free fuel fulfil fulfill function fund
    gain gather govern grant greet guarantee guard guide halt hamper hand handle happen harbor hasten
    head help hijack hint hire hope host house identify ignore impeach implement imply import impose
    imprison improve inaugurate include incorporate increase indicate indict inform inherit initiate
    injure insist inspect install institute instruct intend intensify intercept intervene interview
    introduce invade invest investigate invite invoke involve issue join judge jump justify kick kidnap
    kill label lack land last launch level liberate lift limit link list live locate lodge look loom
    loot love lower maintain manage march mark marry mass match matter meddle mediate mention merge
    mobilise mobilize modernise modernize monitor mount move murder name narrow nationalise near
    negotiate nominate normalise normalize note notify object oblige observe obtain occupy occur offer
    open operate oppose order organise organize originate oust outlaw outline overhaul overlap owe own
    pardon part participate pass patrol pause perform permit persist persuade place plan play pledge
    plot plunge point poison pose possess postpone pour praise predict prefer prepare present preserve
    press pressure prevail prevent proceed proclaim produce prohibit project prolong promise promote
    prompt propose prosecute protect protest prove provide provoke publish pull punish purchase purge
    pursue push qualify question quell raid raise rally ransack ratify reach react realise realize
    reaffirm reassure rebel rebuff rebuke recall receive recognise recognize recommend reconcile
    reconvene recover recruit redeploy reduce re-elect refer reform refrain refuse regain regard regret
    reinforce reinstate reiterate reject relate release relieve rely remain remark remember remind
    remove rename renew renounce reopen reorganize repair repatriate repeal repeat repel replace reply
    report represent request require rescue reschedule resemble resign resist resolve respect respond
    restart restore restrict result resume retain retire retreat retrieve return reunite reveal reverse
    review revise revive revoke reward rock rule rush sabotage sack sail salute sanction scale scatter
    schedule scrap scrutinise secure seem seize separate serve settle shape share shell shelve shift
    ship shock shorten sign signal slam slate slow smuggle soar solidify solve sound spark specify split
    sponsor spur stabilise stabilize stage stall start state station stay stem step stipulate stop storm
    stress strengthen stretch struggle study subdue submit succeed sue suffer suggest summon supervise
    supply support suppose suppress surge surpass surrender surround survive suspect suspend sustain
    swap symbolise symbolize tackle talk target tell tend term terminate test testify thank threaten
    thwart tie tighten top topple total touch tour trace track trade train transfer transform transport
    travel treat tread trigger triple try turn unite unfold unify unleash unveil update upgrade urge use
    usher utilise vacate value vanish veto view violate visit voice volunteer vote vow voyage wage wait
    walk wane want warn wash watch weaken weigh welcome widen wish witness work worry worsen wound wreck
    yield""".split()
)


def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    pasts: dict[str, str] = {}
    participles: dict[str, str] = {}
    for row in _IRREGULAR.strip("|").split("|"):
        base, past, participle = row.split()
        pasts.setdefault(past, base)
        participles.setdefault(participle, base)
    return pasts, participles


PASTS, PARTICIPLES = _irregular()
PARTICIPLES["got"] = "get"
BASES = _REGULAR | frozenset(PASTS.values()) | frozenset(PARTICIPLES.values())
ANY_BASE = BASES | {"be", "have"}
UNCHANGED = frozenset(base for past, base in PASTS.items() if past == base)
"""Verbs whose past is like their present: `set`, `put`, `hit`."""
NOT_PAST = frozenset(
    """bloodshed watershed united red hundred bed need indeed speed feed seed breed exceed proceed succeed
    embed shed wed sacred naked hatred kindred infrared creed greed weed deed reed aged so-called
    unprecedented wicked rugged ragged beloved learned biped left-handed unified ninety-day newlywed
    misdeed supposed unarmed unmanned unnamed unidentified armed allied limited detailed experienced
    retired undisputed unresolved unfinished unexpected unlimited unwanted undisclosed unconfirmed
    unspecified""".split()
)
"""Words in -ed that are no verbs, or in news prose rarely are."""


def base_of(text: str) -> str:
    """The base of a verb form, `planned` -> `plan`; a guess for an unknown verb, another word unchanged."""
    if text in BASES:
        return text
    irregular = PASTS.get(text) or PARTICIPLES.get(text)
    if irregular:
        return irregular
    for ending in ("ied", "ies", "ying", "ed", "es", "ing", "s"):
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return _without(text, ending)
    return text


def _without(text: str, ending: str) -> str:
    stem = text[: -len(ending)]
    if ending in ("ied", "ies"):
        return stem + "y" if stem + "y" in BASES else stem + "ie"
    if ending == "ying":
        return stem + "y" if stem + "y" in BASES else stem + "ie"
    choices = [stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem]
    return next((choice for choice in choices if choice in BASES), stem)


def is_participle(text: str) -> bool:
    """Whether a word can follow `has` or `was` as a past participle."""
    return text in PARTICIPLES or is_regular_past(text)


def is_regular_past(text: str) -> bool:
    return (
        text.endswith("ed") and len(text) > 3 and text not in NOT_PAST and "-" not in text.removeprefix("re-")
    )


def is_ing(text: str) -> bool:
    return text.endswith("ing") and base_of(text) in BASES


def is_third_person(text: str) -> bool:
    return text.endswith("s") and not text.endswith("ss") and base_of(text) in BASES and text not in BASES
