"""Ordinary words that open sentences, so that a capital there names nobody."""

from __future__ import annotations

from typing import Final

from index.quotes.listed import word_set

OPENERS: Final = word_set(
    """
abortion about above absent absolutely according across acting activists actually add
added adding additional additionally addressing administration advertisement advocates
after afterward again against agents ahead aides alas all almost along already also
although am amid amidst among an analysis analysts and another anti any anyone
anything apparently appearing are around as aside ask asked assuming at authorities
average avoid back bad based be because before beginning behind being besides best
better between beyond big bill billionaire black blacks blue blunt border born both
budget building business businesses but buzz by call calling campaign can candidates
case certainly chamber check chief children citing citizens citizenship civil clearly
click climate come coming commenting companies compared congressman consequently
conservative conservatives consider considering consulate consumers content contrary
contributing copy copyright coronavirus corporate correction could credit crime
criticism critics current currently data day days de debt demonstrators depending
despite details did director do doctors does doing don download dozens due during each
earlier early economic economists editor editorial education eight eighty either
election elections elsewhere email embassy employers end energy enlarge enter
environmental especially even eventually ever every everybody everyone everything
evidence except executive exit expect experts faced facing fact facts fair fake
families family far fast federal fellow few fewer fifteen fifty finally first five
follow following food for foreign former fortunately forty four fourteen free from
full fully further furthermore gay generally get getting give given global go going
gone good got government governments governor governors grant granted great groups gun
had half happy hard has have having headquarters health help hence her here hereafter
hey high higher his historically history hopefully hospitals host hours how however
hundreds if image imagine immediately immigration impeachment importantly in income
increasingly indeed industry initially inside instead insurers interested
interestingly internal invalid investigators investors ironically is isn its join
journalists judges just keep key known large last late later law lawmakers lawyers
leaders leadership leading learn left legal legally less let liberal liberals life
like likewise listen little living local long longtime look looking lots love lower
major majorities majority make making many mass may maybe meanwhile media medical
meeting members men military millions minutes moderate moments money months more
moreover most moving much multiple my myth nearly need neither never nevertheless next
nine ninety no nobody none nonetheless nor not notably note nothing noting now
numerous obviously oddly of officers often oh oil ok okay on once one online only onto
oops open opinion opponents opposition or organizers other others otherwise our out
outside over overall parents part participants partisan past pastor people per perhaps
period perspectives photo photograph photos play please plus political politically
politicians politics polling polls poor potential presidential presidents pressed
pressure previous previously price prices primary prior private pro probably professor
progressive progressives proponents prosecutors protesters protests public put putting
question questions quite quoting race racial rather reach reached reacting read real
reality really recall recalling recent recently referring regarding regardless related
religious remember reporters reports researchers residents responding results
retailers retired rich right roughly running sadly said same says school schools
scientists second see senators send senior separately seven seventeen seventy several
share shares short shortly should show sign similar similarly simply since six sixty
slideshow small so social some somehow someone something sometimes soon sorry sources
speaking special specifically spending staff standing start starting statistics stay
still stocks stop story students subscribe such suddenly support supporters sure
surely take taken taking talk talking target tax teachers television tell ten tens
tensions thank thankfully thanks that the their then there therefore these things
think third thirty this those though thousands three through throughout thus time to
today together tomorrow tonight too top toward towards trade true trust trying turning
turns twelve twenty two typically ultimately under unemployment unfortunately
universities unless unlike until up update updated upon use using usually various very
via video view violence virtually visit vote voter voters voting wages wait want was
watch watching weeks welcome well were what whatever when whenever where whereas
whereby whether which while who whoever whom why will winner with within without
witnesses women word workers working world worse would wow write writing yeah years
yep yes yesterday yet young younger your
"""
)
"""Seen capitalised first in a sentence, and small elsewhere."""
