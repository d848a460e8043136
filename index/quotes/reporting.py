"""Words that report speech without marks, by the shapes that follow them."""

from __future__ import annotations

from typing import Final

from index.quotes.lexicon import SAY, SAYING
from index.quotes.listed import word_set

PLAIN: Final = word_set("said says say saying")
"""After these a clause needs no "that"."""
THATLESS: Final = word_set("""
noted notes added adds argued argues argue insisted insists insist suggested suggests
claimed claims acknowledged acknowledges announced warned warns predicted predicts
explained explains stressed stresses stated states conceded concedes reported confirmed
admitted admits reiterated believes thinks hopes hoped fears feared believed thought
expects arguing insisting suggesting claiming noting adding warning predicting stating
declared indicated revealed joked contended contends alleged alleges asserted asserts
recalled recalls vowed
""")
"""After these it needs none where its own verb soon follows."""
FINDING: Final = word_set("""
found finds showed shows show shown indicate indicates indicated believe believes think
thinks knows note notes suggest claim claims agree agrees fear hope worry worries
worried warn acknowledge concede admit doubt doubts doubted felt feels
complain contend allege assert estimate estimated estimates ruled maintain maintains
learned concluded conclude determined charged argue say report reports denied denies
deny predict expect expects stress emphasize realise realize recognize
worrying alleging
""")
"""They report before "that", and mostly do other things elsewhere."""
NOUNS: Final = word_set("""
hope claim claims fear fears worry doubt doubts report reports estimate estimates stress
note notes charge show shows
""")
"""Behind an article or an adjective they are nouns."""
SUPPOSING: Final = word_set(
    "to would could might may should can will must wouldn’t worth"
)
"""Before a verb of saying these tell what is wished, or worth saying, not what was."""
ASKING: Final = word_set("""
asked asks asking wondered wonders wonder wondering questioned questions questioning
question explained explains explain explaining said says say saying told tells
""")
QUERY: Final = word_set("whether if how why what who where when")
VOWING: Final = word_set("""
vowed vows vowing promised promises promising pledged pledging threatened threatens
threatening hopes hoping hoped
""")
URGING: Final = word_set("""
urged urges urging asked asks asking told tells telling advised ordered instructed
""")
TELLING: Final = word_set("told tells telling assured assures reminded warned informed")
TRAILING: Final = word_set("""
said says say told tells added adds warned warns announced argued argues stated states
claimed claims noted notes insisted insists explained explains stressed stresses
emphasized emphasised suggested suggests acknowledged acknowledges reiterated asserted
contended contends testified declared vowed predicted predicts confirmed admitted
conceded replied wrote writes recalled recalls reported promised alleged maintained
believes thinks believe think argue show shows found suggest reports
""")
ACCUSING: Final = word_set("""
described describes describing cited cites citing criticized criticised criticizes
criticises criticizing criticising praised praises praising defended defends defending
blasted blasts blasting accused accuses accusing announced announces announcing touted
touts touting condemned condemns condemning mocked mocks mocking dismissed dismisses
dismissing denounced denounces denouncing slammed slams slamming urged urges urging
ordered blamed blames blaming proposed proposes proposing highlighted hailed hails
lauded lauds decried decries likened likens recalled recalls revealed predicted predicts
warned warns warning complained complains suggested suggests suggesting reiterated
reaffirmed expressed expresses expressing voiced voices rejected rejects stressed
emphasized emphasised acknowledged acknowledges apologised apologized lamented
underscored lambasted ridiculed derided chided rebuked portrayed portrays characterized
characterised
""")
"""What they report is a thing or a person: Lind accused the council of sloth."""
CALLING: Final = word_set("called calls call calling pushed pressed")
PASSIVE: Final = word_set("by as than into through that")
BARE: Final = word_set(
    "believe think hope fear suggest claim know show shows showed found finds"
)
"""They report without "that", too, where their subject stands before them."""
RARELY: Final = word_set("""
states states. states, states: states; question questions questioned call hoping pushed
pressed threatening maintained wonder know pledged
""")
"""Too common, or too seldom followed by a report, to read a paragraph for."""
ANY: Final = (
    PLAIN
    | TRAILING
    | URGING
    | VOWING
    | ASKING
    | THATLESS
    | ACCUSING
    | CALLING
    | BARE
    | word_set("According according")
    | frozenset(verb + mark for verb in TRAILING for mark in ".,:;")
) - RARELY
"""One of these a paragraph must hold to be read."""
WITH_THAT: Final = FINDING | SAY | SAYING | word_set("pointed points made makes")
"""Or one of these, and "that"."""
REPORTING: Final = ANY | WITH_THAT | RARELY
"""One of these a sentence must hold."""
