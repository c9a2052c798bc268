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
    """abandon abolish absorb abstain accede accelerate accept accommodate accompany accumulate accuse
    achieve acknowledge acquire acquit act adapt add address adhere adjourn adjust administer admit
    adopt advance advise affect affirm agree aim airlift alarm alert allege allocate allow alter amass
    amend amount amplify anger annex announce answer appeal appear appease apply appoint apprehend
    approach approve argue arm arrange arrest arrive articulate ask aspire assassinate assault assemble
    assert assess assign assimilate assist assume assure attach attack attain attempt attend attract
    audit authorise authorize avenge avert avoid await award back balance ban bar bargain base battle
    beg behave believe belong besiege blame block blockade boast bolster bomb bombard boost border
    bother bow boycott brand breach bridge brief broker brush bury bypass calculate call calm cancel
    capture carry cause caution cease celebrate censor censure certify chair challenge champion change
    charge chart circulate cite claim clarify clash clean clear climb close coax coerce coincide
    collaborate collapse collect colonise colonize combat combine command commemorate commence comment
    commit compare compel compensate compete compile complain complete complicate comply compose
    comprise compromise conceal concede conceive concentrate conclude condemn conduct confer confess
    confirm confiscate confront conquer consent conserve consider consist consolidate conspire
    constitute construct consult contact contain contemplate contend contest continue contribute control
    convene converge convey convict convince cooperate coordinate cope correct correspond count counter
    cover crack crash create cripple criticise criticize cross crown crush culminate cultivate curb cut
    damage dash date debate decide declare decline decrease deem deepen defeat defect defend define
    defuse defy delay delegate deliver demand demolish denounce deny depart depend deplore deploy deport
    depose deprive derail describe deserve designate destroy detain detect deteriorate determine
    devastate develop devote dictate die differ diminish direct disagree disappear disarm disband
    discourage discover discuss disguise dishonour dislodge dismantle dismiss dispatch disperse displace
    dispute disqualify disrupt dissolve distance distribute diversify divide donate double doubt
    downplay draft drag drift drop dwell earn ease echo edge educate elect elevate embrace emerge
    emigrate emphasise emphasize employ emulate enable enact encircle encounter encourage end endanger
    endorse endure enforce engage enhance enjoy enlarge enlist enrage enrich ensue ensure enter entrench
    envisage equip erupt escalate escape escort establish estimate evacuate evade evolve examine exceed
    exchange exclude execute exempt exercise exert exhaust exile exist exonerate expand expect expedite
    expel expire explain explode exploit explore export expose express extend extinguish extradite
    fabricate face facilitate fail falsify falter favor favour fear feature file fill finalise finalize
    finance finish fire flatten flock flood flout focus foil follow force forge form formalise formalize
    formulate fortify foster found free frustrate fuel fulfil fulfill function fund furnish gain gather
    generate govern grant grapple greet guarantee guard guide halt halve hamper hand handle happen
    harass harbor harm hasten head help hesitate hijack hinder hint hire hope host house humiliate
    identify ignore illustrate immigrate impeach impede implement implicate imply import impose imprison
    improve inaugurate include incorporate increase indicate indict infiltrate inflict inform inhabit
    inherit initiate injure innovate insert insist inspect inspire install institute instruct insult
    integrate intend intensify intercede intercept intervene interview intimidate introduce intrude
    invade invest investigate invite invoke involve isolate issue jail jeopardise jeopardize join judge
    jump justify kick kidnap kill label lack land landscape last launch lay leak lessen level liaise
    liberate lift limit link list live lobby locate lodge look loom loosen loot love lower lure maintain
    manage march mark marry mass massacre match matter meddle mediate mention merge minimise minimize
    mobilise mobilize mock modernise modernize monitor mount move murder muster name narrow nationalise
    near neglect negotiate neutralise neutralize nominate normalise normalize note notify obey object
    oblige observe obstruct obtain occupy occur offer offset open operate oppose orchestrate order
    organise organize originate oust outlaw outline outnumber overhaul overlap overturn overwhelm owe
    own pacify pardon part participate pass patrol pause pave penetrate perform permit persecute persist
    persuade pin pioneer place plan play pledge plot plummet plunge point poison pose possess postpone
    pour praise predict prefer prepare present preserve press pressure prevail prevent prioritise
    prioritize probe proceed proclaim procure produce profit prohibit project prolong promise promote
    prompt pronounce propel propose prosecute protect protest prove provide provoke publish pull punish
    purchase purge pursue push quadruple qualify quarantine quell question race raid raise rally ransack
    ratify re-elect reach react reaffirm realise realize reassess reassure rebel rebuff rebuild rebuke
    recall recapture receive reckon reclaim recognise recognize recommend reconcile reconvene recount
    recover recruit rectify redeploy redraw reduce refer reform refrain refuse regain regard regret
    reinforce reinstate reiterate reject relate relaunch release relieve relocate rely remain remark
    remember remind remove rename renegotiate renew renounce reopen reorganise reorganize repair
    repatriate repeal repeat repel replace reply report represent repress request require reschedule
    rescue resemble resettle reshape resign resist resolve respect respond restart restate restore
    restrain restrict restructure result resume resurface retain retaliate rethink retire retreat
    retrieve return reunify reunite reveal reverse revert review revise revisit revive revoke revolt
    reward rig rob rock roll rotate ruin rule rush sabotage sack safeguard sail salute salvage sanction
    scale scatter schedule scold scrap scrutinise scrutinize scuttle seal secure seem segregate seize
    select separate serve settle shape share shatter shell shelve shift ship shock shorten shoulder
    shrug sideline sign signal simplify skip slam slate slow smear smuggle snub soar soften solidify
    solve sound spare spark specify speculate split sponsor spur squeeze stabilise stabilize stage
    stagnate stall start state station stay steer stem step stifle stipulate stockpile stop storm
    straddle strand streamline strengthen stress stretch strip struggle study stun subdue submit
    subsidise subsidize succeed sue suffer suffocate suggest summon supersede supervise supplant supply
    support suppose suppress surge surpass surrender surround survey survive suspect suspend sustain
    swamp swap switch symbolise symbolize tackle talk tamper target tell tend term terminate terrorise
    terrorize test testify thank threaten thrive thwart tie tighten tolerate top topple torture total
    touch toughen tour trace track trade train transfer transform transmit transport trap travel
    traverse tread treat trigger trim triple try turn tweet uncover undermine unfold unify unite unleash
    unlock unravel unseat unsettle unveil update upgrade urge use usher utilise vacate vaccinate value
    vanish vanquish venture verify veto vie view vindicate violate visit voice volunteer vote vow voyage
    wage wait waive walk wane want warn wash watch weaken weather weigh welcome whip widen wield wish
    wither withhold witness woo work worry worsen wound wrap wreck wrestle yield""".split()
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
