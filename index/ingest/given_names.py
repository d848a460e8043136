"""Given names that are borne by many who write: proof that two words are a person."""

from __future__ import annotations

_NAME_LIST = """
aaron abby abdul abdullah abigail abraham adam adrian adriana agnes agnieszka ahmad
ahmed aidan aisha alan albert alberto alejandro aleksandr alessandro alex alexander
alexandra alexandre alexei alexis alfred ali alice alicia alina alison alistair
allison alyssa amanda amber amelia amina amir amit amy ana anastasia andre andrea
andreas andrei andres andrew andrey andrii andrzej andy angela anil anita anjali ann
anna anne annie anthony antoine anton antonio april ariel arjun arthur arun ashley
asma austin barbara beata beatrice beatriz ben benjamin bernard beth bill bob bobby
boris brad bradley brandon brenda brendan brett brian bridget brittany bruce bruno
bryan caitlin camilla carl carla carlos carmen carol carolina caroline carolyn
catherine cecilia chad charles charlie charlotte chloe chris christian christina
christine christoph christopher claire clara claudia claudio colin connor courtney
craig cristina cynthia dale dan dana daniel daniela daniele danielle darren dave
david dean deborah deepak denis denise dennis derek diana diane diego dmitri dmitry
dominic donald donna doug douglas drew duncan dylan ed eduardo edward elaine eleanor
elena eli elise elizabeth ella ellen emily emma eric erica erik erin ernesto esther
ethan eugene eva evan evelyn fatima federico felipe felix fernando fiona florian
frances francesca francesco francine francis francisco francois frank fred frederic
frederick gabriel gabriela gareth gary geoff geoffrey george gerald gerard giorgio
giovanni giulia glenn gordon graham grant greg gregory guillaume guy hannah hans
harold harriet harry hassan heather heidi helen helena henri henry hiroshi holly
howard hugh hugo ian ibrahim ilya imran ines ingrid irene irina isaac isabel
isabella ivan jack jackie jacob jacqueline jake jakub james jamie jan jane janet
jared jasmine jason javier jay jean jeff jeffrey jennifer jenny jens jeremy jerome
jerry jesse jessica jill jim jimmy joan joana joanna joe joel johanna johannes john
johnny jon jonas jonathan jordan jorge jose joseph josh joshua joyce juan judith
judy julia julian julie juliet jun justin kai kamal karen karim karin karl kate
katherine kathleen kathryn kathy katie katrina kayla keith kelly ken kenji kenneth
kerry kevin khalid kieran kim kimberly kirsten kristen kristin kristina kumar kyle
larry laura lauren laurence lauri leah lee lena leo leon leonardo leonid leslie
lewis liam lidia lily linda lindsay lindsey lisa liz louis louise luca lucas lucia
lucy luis luka lukas luke lydia lynn maciej madeleine magdalena maggie malcolm
manuel marc marco marcus margaret maria mariana marie marina mario marisol mark
marko markus marta martha martin martina mary maryam mateusz mathieu matt matteo
matthew matthias maureen max maxim maya megan mehmet melanie melissa michael michal
michel michele michelle miguel mikael mike mikhail miles milos miriam mohamed
mohammad mohammed molly monica monika morgan muhammad mustafa mykola nadia nancy
naomi natalia natalie natasha nathalie nathan neil nicholas nick nicola nicolas
nicole nigel nikita niklas nikolai nina noah noel nora olaf oleg oleksandr oleksiy
olena olga oliver olivia omar oscar osman owen pablo pam pamela paola paolo patricia
patrick patrik paul paula pauline pavel pedro peter petr petra phil philip philipp
philippe phillip pierre piotr priya rachel rafael rahul rajesh ralph ramon rana
randy raphael ravi ray raymond rebecca renee ricardo richard rick rita rob robert
roberto robin rodrigo roger roland roman ron ronald rosa rosie ross roy ruben rupert
russell ruth ryan sabrina said sally sam samantha samir samuel sandra sanjay sara
sarah saul sean sebastian selena sergei sergey sergio serhiy shane shannon sharon
shaun shawn sheila shirley simon simone sofia sonia sophia sophie stacy stefan
stefano stephanie stephen steve steven stuart sue sunil susan susannah susanne
suzanne sven svetlana sylvia takashi tamara tania tanya tara tatiana ted teresa
terry theo theresa thomas tiffany tim timothy tina tobias todd tom tomas tomasz
tommy toni tony tracy trevor tyler uri ursula valentina valerie vanessa vera
veronica victor victoria vijay vikram viktor vincent vincenzo virginia vitaly vivian
vladimir volodymyr walter wayne wendy wesley will william wolfgang xavier yasmin
yuki yuri yusuf yvonne zach zachary zoe
"""
_NAMES = frozenset(_NAME_LIST.split())


def is_given_name(word: str) -> bool:
    """Say whether a word is a given name, whatever else it may mean."""
    return word.casefold() in _NAMES
