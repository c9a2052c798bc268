"""Verbs and nouns by what they say about the time of what depends on them."""

# ruff: noqa: SIM905  (words read best as words)

REPORTING = frozenset(
    """say tell report announce claim allege accuse state warn add argue assert believe think hear confirm
    declare explain insist maintain note reply suggest suspect write predict estimate acknowledge admit
    reveal testify recall understand indicate hint complain fear know expect hope agree promise pledge
    vow assume conclude stress emphasise emphasize reiterate remark observe mention comment inform
    notify assure signal show see find consider decree realise realize repeat read answer affirm
    reaffirm swear boast rumor rumour""".split()
)
"""What follows may be a clause of its own, also without `that`."""
HEARSAY = frozenset(
    "believe think say report allege understand rumor rumour fear presume assume claim".split()
)
"""In the passive (`is believed to have left`) they report what is not sure."""
HEARSAY_ADVERBS = frozenset(
    "reportedly allegedly apparently supposedly purportedly ostensibly presumably".split()
)
PLANNING = frozenset(
    """plan intend hope want expect wish aim seek prepare look mean need consider contemplate like""".split()
)
"""In the past tense they do not say whether the plan still holds."""
COMMITTING = frozenset(
    """agree decide promise pledge vow swear commit undertake propose offer threaten order ask urge tell
    request direct instruct invite summon call require oblige advise encourage recommend resolve vote
    demand petition persuade authorise authorize appeal convince permit allow warn choose elect opt""".split()
)
"""What is agreed, ordered or asked for lies after the agreement, the order or the question."""
DONE = frozenset(
    """manage begin start continue come go force compel cause help prove happen get fail neglect forget
    refuse decline use proceed cease able have turn serve stop finish""".split()
)
"""What follows in the infinitive or gerund is of the same time."""
REFUSING = frozenset("refuse decline fail neglect forget hesitate".split())
"""With an infinitive they say that something was not done."""
ACCUSING = frozenset("accuse suspect charge allege indict".split())
"""What follows them in the gerund is reported: `accused of firing`."""
DEMANDING = frozenset(
    "demand propose insist ask request recommend urge order suggest require agree decide".split()
)
"""In the clause after them a base form is a subjunctive: `demanded that he resign`."""
PREVENTING = frozenset(
    "prevent avoid refrain abstain bar ban stop block dissuade deter prohibit rule keep".split()
)
"""What follows them in the gerund, mostly with `from`, was not done."""
ATTEMPTING = frozenset("try attempt seek threaten struggle fight move".split())
"""An infinitive after them does not say that something was done."""
REPORT_NOUNS = frozenset(
    """claim claims report reports allegation allegations rumour rumours rumor rumors speculation
    suggestion suggestions belief accusation accusations assertion assertions fears warning
    warnings""".split()
)
"""With `that` behind them they report: `claims that he had paid`."""
DENYING = frozenset("deny dismiss refute reject disprove doubt dispute".split())
MOVING = frozenset(
    """fly travel arrive go come gather return convene assemble rush march land sail drive walk visit sit
    cross race""".split()
)
"""In front of an infinitive of purpose (`flew to Seoul to meet`)."""
MEETING = frozenset("meet hold convene gather reconvene".split())
"""After `agreed to`, a date belongs to them and not to the agreement."""
SCHEDULING = frozenset("set schedule call plan slate fix book time reschedule".split())
POSTPONING = frozenset(
    "postpone delay extend adjourn push defer move put remand renew prolong reschedule suspend shift".split()
)
LASTING = frozenset(
    "remain last stay continue live fight hold serve rule occupy survive resist rage be".split()
)
DATED_FUTURE = frozenset("expire lapse open begin start resume close convene reopen reconvene end".split())
"""In the present tense, without an object and with a date (`expires on April 24`): the future."""
DATED_PHRASES = frozenset(
    (verb, *rest.split())
    for verb, rests in {
        "take": ("place", "effect", "office"),
        "come": ("into force", "into effect", "into operation"),
        "go": (
            "into effect",
            "into force",
            "to the polls",
            "to trial",
            "to a vote",
            "to court",
            "to a runoff",
        ),
        "enter": ("into force",),
        "kick": ("off",),
        "run": ("out",),
    }.items()
    for rest in rests
)
"""In the present tense with a date (`takes effect on August 1`) they speak of the future."""
OFTEN_NOUNS = frozenset(
    """force command battle clash sanction attack strike raid talk vote protest rally test report claim
    demand order offer plan charge advance retreat defeat assault title border state ship train base
    march review study cover cause change benefit aid act fire house list link limit place mark name
    land hand head face question issue result view value work play part rule release return stage step
    supply target track trade visit walk wound price share export import tie power guard patrol pilot
    judge minister shell bomb mine rocket launch campaign rebel protest""".split()
)
"""Verbs whose third person is mostly a plural noun: `talks`, `forces`."""
STATIVE = frozenset(
    """be have know want believe remain include say contain belong consist need think hope expect plan
    intend seem appear live own possess oppose support claim insist argue maintain seek refuse deny fear
    tell exist depend require aim wish add warn allege consider like recognise recognize""".split()
)
"""Their present tense is a true present; that of other verbs may tell a past event (`Japan signs deal`)."""
PLANNED = frozenset(
    "set due scheduled expected slated planned poised supposed likely certain bound about ready sure tipped "
    "destined billed unlikely".split()
)
"""After `is`, in front of an infinitive."""
PLANNED_DATED = frozenset("scheduled expected due planned slated set booked pencilled billed timed".split())
"""After `is`, in front of a date: `is due on Friday`, `is set for July`."""
NOT_DUE = frozenset(
    "fire strike work lack damage attack protest storm force delay change pressure demand fear".split()
)
"""After `due to` they are nouns."""
HOLDING = frozenset("have hold run last stay continue remain be".split())
"""In the present tense with `until` they reach into the future."""
NAMING = frozenset("mean choose pick suggest propose set name designate prefer favour favor".split())
"""A date directly behind them is their object: `he meant Monday`."""
STARTING = frozenset("start begin open run end commence".split())
INCIDENTS = frozenset(
    """attack attacks strike strikes explosion explosions blast blasts killing killings death deaths crash
    shooting incident incidents raid raids arrest arrests assassination earthquake storm coup invasion
    collapse clash clashes bombing bombings airstrike airstrikes massacre murder shelling disaster
    violence riots ambush assault offensive outbreak flood floods outage breach""".split()
)
"""What has happened, in a clause about the future: `will mourn the victims of the attack on Monday`."""
OUTCOMES = frozenset(
    """deal agreement accord pact announcement decision statement remarks comments ruling verdict speech
    protests talks meeting summit vote election""".split()
)
"""What has happened, where it is the subject (`the deal on Monday will`) or is discussed."""
FORESEEING = frozenset(
    """fear predict threaten plan expect prevent avert foil anticipate plot warn foresee prepare order
    thwart""".split()
)
"""In the past tense, what they name may lie ahead: `feared an attack on Friday`."""
GRANTING = frozenset("give set allow grant".split())
"""With `until` they set a deadline: `has given them until Friday`."""
SUPPOSING = frozenset("be explain reflect mean have know stem result indicate suggest account".split())
"""After `may` they explain what is or was."""
EXPLAINED = frozenset("link relate connect tie attribute explain blame cause associate".split())
"""After `may be` they explain what is or was."""
DISCUSSING = frozenset(
    """discuss address review examine investigate respond debate comment brief explain consider condemn
    mourn commemorate study probe appeal challenge contest oppose protest reject accept honour honor
    celebrate mark remember avenge retaliate react regret answer overturn reverse defy welcome assess
    analyse analyze criticise criticize follow""".split()
)
LAUNCHING = frozenset("launch stage mount begin start make carry resume end continue call hold".split())
OCCASIONS = frozenset(
    """summit talks meeting meetings election elections vote votes referendum visit trip session conference
    hearing trial negotiations ceremony parade exercises exercise drills inauguration runoff poll polls
    deadline ballot debate strike walkout rally protest protests launch ceasefire truce""".split()
)
"""What may lie ahead, in a clause about the past: `discussed a summit on Thursday`."""
PROSPECTIVE = (
    COMMITTING
    | PLANNING
    | frozenset(
        """announce discuss postpone delay cancel scrap shelve abandon drop confirm prepare schedule set fear
    predict preview await anticipate welcome praise criticise criticize oppose support suspend impose
    introduce approve declare unveil reveal face reject accept publish finalise finalize draft propose
    arrange organise organize mention note proclaim""".split()
    )
)
"""Verbs whose object may lie ahead of them."""
UPCOMING = frozenset(
    "upcoming forthcoming planned scheduled expected proposed impending looming prospective".split()
)
BACKWARD = frozenset(
    """accuse convict charge blame thank praise arrest sentence criticise criticize condemn suspect acquit
    jail fine punish apologise apologize admit deny""".split()
)
"""The gerund after them lies behind: `accused of killing`."""
NO_HEADLINE = frozenset(
    """efforts attempts moves calls steps ways bids plans demands chances reasons means powers rights
    orders failures threats promises pledges offers decisions measures proposals""".split()
)
"""Nouns in the plural that take an infinitive, so that it is not one of a headline (`Ministers to meet`)."""
PLAN_NOUNS = frozenset(
    """plan plans deal agreement decision promise pledge vow proposal offer order orders call calls
    commitment intention intentions threat bid invitation request timetable accord ultimatum""".split()
)
"""An infinitive after them lies ahead: `plans to hold`."""
SCHEDULED = frozenset("schedule plan expect due slate set book time".split())
"""As a participle with a date (`scheduled for July 9`) they tell of what lies ahead."""
