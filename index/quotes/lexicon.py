"""Words that newspapers report speech with, sorted by what they do in a sentence."""

from __future__ import annotations

from typing import Final

from index.quotes.listed import word_set

SAY: Final = word_set("""
said says say told tells wrote writes added adds noted notes argued argues argue
announced tweeted tweets stated states explained explains acknowledged acknowledges
urged claimed claims warned warns revealed insisted insists insist replied replies
responded responds asked asks declared declares concluded concludes vowed vows
promised promises recalled recalls predicted predicts confirmed confirms admitted
admits complained complains reiterated reiterates asserted asserts joked jokes
reminded stressed stresses conceded concedes emphasized emphasised emphasizes
emphasises boasted remarked remarks answered shouted shouts lamented laments signaled
signalled quipped cautioned commented comments contended contends alleged alleges
testified speculated retorted exclaimed tweeting observed observes continued continues
suggested suggests proclaimed mused muses deadpanned yelled chanted chants screamed
whispered interjected recounted disclosed wondered assured pleaded pledged pledges
posted reported reports read reads texted emailed blogged opined remembered remembers
surmised retaliated tweets quoth underlined underscored underlines underscores
highlighted highlights elaborated clarified clarifies affirmed reaffirmed maintained
maintains hinted indicated indicates implied vented fumed thundered gushed snapped
countered counters averred professed intoned countenanced demanded demands enthused
recounts observes cautions testifies speculates quips proclaims exclaims retorts
clarifies elaborates discloses wonders assures scoffs apologises apologizes continues
responds repeated repeats instructed advised advises apologised apologized scoffed
protested protests groused griped grumbled chimed agreed agrees believes believed
thinks thought hopes hoped fears feared expects
""")
"""Finite verbs that a whole quotation can hang on."""

PORTRAY: Final = word_set("""
called calls call described describes describe dubbed dubs labeled labelled labels
branded brands accused accuses praised praises criticized criticised criticizes
criticises blasted blasts slammed slams denounced denounces condemned condemns decried
decries blamed blames attacked attacks mocked mocks derided derides rejected rejects
dismissed dismisses defended defends hailed hails touted touts lauded lauds
characterized characterised portrayed portrays referred refers pointed points cited
cites questioned questions expressed expresses voiced voices
compared compares likened ridiculed lambasted railed excoriated deemed rebuked chided
credited thanked echoed echoes threatened threatens proposed proposes discussed
mentioned mentions spoke speaks talked talks referenced invoked quoted quotes shot
considers considered denied
denies regards regarded pleads spoke sounded decries lashed railed
""")
"""Finite verbs of speech that more often take a few quoted words."""

DOING: Final = word_set("""
offered offers delivered delivers opened opens issued issues gave gives made makes used
uses put puts went goes began begins accepted pressed challenged saw sees found finds
wants wanted seeks sought ended ends published publishes endorsed released releases
sent sends held holds took takes started starts led leads ran runs supports supported
joined fired hit tried tries
""")
"""Finite verbs that report speech only when nothing better does."""

MENTAL: Final = word_set("""
thinks thought believes believed hopes hoped fears feared expects expected agrees agreed
knew knows feels felt wants wanted considers considered denied
denies sees saw
""")
"""Verbs of thinking, which yield to a verb of saying above them."""

SAYING: Final = word_set("""
saying adding telling calling noting arguing asking insisting suggesting claiming
tweeting writing warning explaining stating declaring asserting citing describing
referring accusing criticizing criticising denouncing announcing promising vowing urging
pointing alluding emphasizing emphasising stressing joking recalling acknowledging
alleging pledging predicting praising mocking blasting slamming dismissing labeling
labelling dubbing lamenting remarking reminding reiterating concluding complaining
questioning shouting yelling chanting screaming proclaiming boasting quipping cautioning
contending implying quoting blaming promoting replying responding answering conceding
repeating demanding using speaking expressing mentioning comparing likening reading
invoking echoing testifying maintaining admitting confirming revealing
""")
"""Participles of the same verbs."""

NOUNS_TOO: Final = word_set("""
comments claims reports calls states questions remarks attacks demands promises pledges
hopes fears notes posts protests issues uses texts reads labels brands points report
call demand post question stresses chants shouts counters highlights estimates threatens
blames quotes warns offers
""")
"""Forms that are a noun as easily as a verb."""

NAMING_NOUNS: Final = word_set("""
statement report letter memo email tweet tweets speech interview post editorial op-ed
article column note message press-release release study survey poll book essay filing
lawsuit complaint affidavit ruling opinion decision order document memoir ad video
remarks comments words response testimony post headline petition manifesto blog blogpost
analysis review dispatch communique cable
""")
"""What can be quoted and carries its author beside it."""

ROLES: Final = word_set("""
spokesman spokeswoman spokesperson chairman chairwoman chairperson chair president
director manager strategist adviser advisor aide official officer secretary minister
ambassador envoy senator congressman congresswoman representative lawmaker governor
mayor judge justice attorney lawyer prosecutor sheriff detective chief leader speaker
candidate nominee rival opponent economist analyst expert professor scholar scientist
researcher historian author writer journalist reporter columnist editor host anchor
commentator pundit pollster activist organizer organiser advocate supporter voter
resident owner businessman businesswoman billionaire executive ceo founder co-founder
investor banker trader broker lobbyist donor consultant counsel commissioner
superintendent administrator coordinator principal teacher student doctor physician
nurse surgeon psychologist epidemiologist virologist general colonel captain sergeant
lieutenant commander admiral major soldier veteran marine pilot astronaut actor actress
singer musician artist filmmaker producer comedian celebrity athlete player coach
striker midfielder goalkeeper quarterback trainer farmer worker driver miner engineer
developer designer architect priest pastor bishop archbishop cardinal pope rabbi imam
cleric prince princess king queen duke earl lord lady emperor chancellor premier
prime-minister vice-president deputy member fellow partner colleague friend neighbor
neighbour brother sister mother father son daughter wife husband widow uncle aunt cousin
girlfriend boyfriend man woman boy girl teenager guy customer client witness suspect
defendant victim survivor patient plaintiff inspector constable magistrate treasurer
whip backbencher councillor councilman councilwoman alderman delegate elder biographer
critic publicist agent broadcaster presenter moderator interviewer blogger entrepreneur
vendor shopkeeper migrant refugee protester demonstrator campaigner staffer operative
insider politician statesman diplomat mogul reality-star contender challenger incumbent
hopeful novelist poet painter rapper dancer chef gambler jockey golfer boxer sprinter
swimmer cyclist referee umpire skipper winger defender fisherman fireman firefighter
policeman policewoman paramedic pharmacist biologist chemist physicist astronomer
geologist demographer sociologist philosopher theologian nun monk preacher missionary
hacker whistleblower contractor builder plumber electrician mechanic carpenter provost
dean rector headmaster headteacher archivist librarian curator sculptor playwright
screenwriter composer conductor violinist pianist guitarist vocalist drummer commuter
passenger tourist pensioner retiree villager tenant landlord homeowner housewife
gardener waiter waitress bartender clerk
""")
"""Lower-case nouns for one person."""

CROWDS: Final = word_set("""
officials critics supporters opponents aides advisers advisors voters experts analysts
leaders allies lawmakers strategists sources senators people activists advocates
economists others democrats republicans conservatives liberals lawyers attorneys
prosecutors authorities investigators police organizers organisers researchers
scientists residents witnesses friends families parents students teachers workers
members journalists reporters editors protesters demonstrators fans observers insiders
politicians pundits progressives donors delegates executives doctors diplomats
commentators some many several others both women men americans politicians campaigners
ministers mps scholars historians farmers investors traders representatives percent
half
""")
"""Nouns for several people, who have no one name."""

BODIES: Final = word_set("""
ministry department committee campaign company group organization organisation
administration agency government newspaper paper magazine network station broadcaster
board council commission court union party team office bureau institute association
foundation firm corporation bank fund police army military navy embassy consulate
parliament congress senate house cabinet white-house kremlin camp site website
university college school hospital church coalition alliance bloc league federation club
center centre charity watchdog regulator airline manufacturer studio tribunal panel
body secretariat service force authority outlet publication chamber task-force
""")
"""Lower-case nouns for a body that speaks."""

ALIKE: Final = (
    word_set("spokesman spokeswoman spokesperson"),
    word_set("senator sen lawmaker"),
    word_set("congressman congresswoman representative rep lawmaker"),
    word_set("governor gov"),
    word_set("leader president minister premier chancellor king ruler"),
    word_set("judge justice"),
    word_set("general gen"),
    word_set("professor prof academic scholar"),
    word_set("lawyer attorney counsel prosecutor"),
    word_set("ceo executive boss chief"),
    word_set("candidate nominee hopeful contender"),
    word_set("businessman billionaire mogul tycoon investor"),
    word_set("economist analyst strategist"),
    word_set("chairman chairwoman chair chairperson"),
    word_set("pope pontiff"),
    word_set("doctor dr physician"),
    word_set("reporter journalist correspondent"),
    word_set("coach manager"),
)
"""Words for one office; any of them may take up another."""

KIN: Final = word_set("""
mother father wife husband son daughter brother sister uncle aunt cousin friend neighbor
neighbour colleague girlfriend boyfriend partner
""")
"""Whose name is seldom given where they are called his or hers."""

TITLES: Final = word_set("""
Mr. Mrs. Ms. Miss Dr. Sen. Rep. Gov. Gen. Lt. Col. Sgt. Capt. Prof. Rev. Hon. Adm. Maj.
Cpl. Cmdr. Pres. Mr Mrs Ms Dr Sen Rep Gov Gen Prof Rev Sir Dame Lord Lady Baroness
President Senator Sens. Reps. Representative Congressman Congresswoman Governor Mayor
Secretary Minister Chancellor Premier Prime Speaker Judge Justice Chief Director
Chairman Chairwoman Chair Ambassador General Colonel Captain Sergeant Lieutenant Major
Commander Admiral Officer Detective Sheriff Inspector Superintendent Constable Attorney
Professor Pastor Reverend Bishop Archbishop Cardinal Pope Rabbi Imam Father Sister
Brother King Queen Prince Princess Duke Duchess Emperor Sultan Sheikh Ayatollah Emir
Vice Deputy Assistant Acting Former Commissioner Councilman Councilwoman Councillor
Counselor Counsellor Spokesman Spokeswoman Spokesperson Leader Envoy Undersecretary
Comptroller Treasurer Coach Congressmen Special First Dep. Supt. Det. Insp. Sec. Atty.
Delegate Whip Economist Editor Host Anchor Correspondent Reporter Analyst Strategist
Adviser Advisor Manager Candidate Nominee CEO CFO COO Counsel Administrator Provost
Prosecutor Undersheriff Historian Agent Founder Co-founder Patriarch Rector Trooper
Advocate Justices Senators Representatives Governors Judges Presidents Professors
Speaker-elect President-elect Mayor-elect
""")
"""Capitalised words that stand before a name and are no part of it."""

DEMONYMS: Final = word_set("""
American Russian Ukrainian British English French German Italian Spanish Chinese
Japanese Korean Indian Pakistani Iranian Iraqi Israeli Palestinian Syrian Turkish
Greek Polish Hungarian Czech Dutch Belgian Swedish Norwegian Danish Finnish Irish
Scottish Welsh Canadian Mexican Brazilian Cuban Venezuelan Australian Austrian Swiss
Portuguese Romanian Bulgarian Serbian Croatian Georgian Armenian Belarusian Estonian
Latvian Lithuanian European African Asian Arab Kurdish Saudi Egyptian Libyan Afghan
Nigerian Kenyan Ethiopian Somali Sudanese Vietnamese Thai Filipino Indonesian
Malaysian Burmese Tibetan Soviet Western Muslim Christian Jewish Catholic Hispanic
Latino Republican Democratic Democrat Republicans Democrats Conservative Liberal
Labour Tory Libertarian Green GOP Californian Texan Floridian Republican-led Colombian
Argentine Chilean Peruvian Slovak Slovenian Moldovan Kazakh Uzbek Yemeni Lebanese
Jordanian Qatari Emirati Kuwaiti Rwandan Ghanaian Zimbabwean Haitian Icelandic Maltese
Cypriot Singaporean Taiwanese Bangladeshi Southern Northern Eastern
Democratic-controlled Socialist Communist
""")
"""Nationalities and parties that stand before a name."""
