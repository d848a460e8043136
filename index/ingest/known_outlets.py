"""Outlets and agencies of the world that their names alone do not give away.

Papers whose names end in Post, Times or Herald are known by that; see `outlets`.
"""

from __future__ import annotations

_AGENCIES = (
    "Reuters|Thomson Reuters|AP|Associated Press|The Associated Press|AFP|"
    "Agence France-Presse|dpa|TASS|ITAR-TASS|Interfax|Interfax-Ukraine|RIA Novosti|"
    "RIA|Sputnik|Xinhua|Kyodo|Kyodo News|Yonhap|Anadolu|Anadolu Agency|ANSA|EFE|PTI|"
    "ANI|IANS|UPI|Ukrinform|UNIAN|Bloomberg|Bloomberg News|BelTA|Belga|CTK|Agerpres|"
    "Tanjug|HINA|LUSA|Ritzau|PA Media|Press Association|AAP|KCNA|Jiji Press|Antara|"
    "Bernama|IRNA|Tasnim|WAM|Press Trust of India|Azertac|Armenpress|Kazinform|"
    "Dow Jones|Dow Jones Newswires|McClatchy|Kaiser Health News|Stateline|RNS|JTA|"
    "AA|IPS|Thomson Reuters Foundation"
)
_BROADCASTERS = (
    "BBC|BBC News|CNN|CNN Business|CNN Politics|CNBC|NBC|NBC News|ABC News|CBS|"
    "CBS News|Fox News|Fox Business|Fox News Digital|MSNBC|NPR|PBS|PBS NewsHour|"
    "C-SPAN|CBN|CBN News|Newsmax|Newsmax TV|OAN|One America News|BET|Al Jazeera|"
    "Al Jazeera English|Al Arabiya|Deutsche Welle|DW|Euronews|France 24|RFI|RT|"
    "RFE/RL|Radio Free Europe/Radio Liberty|Radio Free Asia|VOA|VOA News|"
    "Voice of America|Sky News|ITV|ITV News|Channel 4 News|RTÉ|RTÉ News|CBC|CBC News|"
    "CTV News|TRT World|CGTN|NHK|NHK World|NDTV|WION|Arirang|Ekho Moskvy|TV Rain|"
    "Suspilne|Hromadske|Rai News|SVT|NRK|YLE|ORF|SRF|Swissinfo|Democracy Now|"
    "Democracy Now!|Yahoo News|Yahoo! News|MSN|AOL"
)
_PAPERS = (
    "The Guardian|The Observer|The Economist|The Independent|The Times|The Sun|"
    "Daily Mail|MailOnline|City A.M.|New Statesman|The Spectator|The Scotsman|"
    "Financial Times|USA TODAY|USATODAY|USA TODAY Network|The New York Times|"
    "New York Times|The Washington Post|Washington Post|The Washington Times|"
    "Washington Times|The Wall Street Journal|Wall Street Journal|Los Angeles Times|"
    "The Boston Globe|The Christian Science Monitor|Christian Science Monitor|"
    "Chicago Sun-Times|Chicago Tribune|San Francisco Chronicle|The Mercury News|"
    "The Philadelphia Inquirer|Star Tribune|The Plain Dealer|The Oregonian|Newsday|"
    "The Arizona Republic|Arizona Republic|The Tennessean|Tallahassee Democrat|"
    "Deseret News|The Detroit News|Detroit News|The Dallas Morning News|"
    "The Texas Tribune|Orange County Register|Atlanta Journal-Constitution|"
    "Pittsburgh Post-Gazette|Boston Herald|The Epoch Times|"
    "International Business Times|The Globe and Mail|National Post|The Australian|"
    "The Hindu|Scroll.in|The Wire|ThePrint|The Straits Times|Haaretz|"
    "The Times of Israel|Ynet|Hürriyet|Daily Sabah|Le Monde|Le Figaro|Libération|"
    "La Croix|Les Echos|Der Spiegel|Die Zeit|Die Welt|Bild|Süddeutsche Zeitung|"
    "Frankfurter Allgemeine Zeitung|Handelsblatt|taz|Neue Zürcher Zeitung|"
    "Der Standard|Die Presse|El País|El Mundo|ABC|La Vanguardia|Corriere della Sera|"
    "La Repubblica|La Stampa|NRC|de Volkskrant|De Telegraaf|Le Soir|Aftenposten|"
    "Dagens Nyheter|Svenska Dagbladet|Politiken|Berlingske|Helsingin Sanomat|"
    "Gazeta Wyborcza|Rzeczpospolita|Postimees|Kommersant|Izvestia|Vedomosti|"
    "Novaya Gazeta|Rossiyskaya Gazeta|Komsomolskaya Pravda|Gazeta.ru|Lenta.ru|"
    "Fontanka|Meduza|The Insider|Ukrainska Pravda|European Pravda|Kyiv Independent|"
    "The Kyiv Independent|LIGA.net|Zerkalo Nedeli|Folha de S.Paulo|O Globo|Clarín|"
    "La Nación|El Universal|People's Daily|China Daily|Caixin|The Asahi Shimbun|"
    "Asahi Shimbun|The Yomiuri Shimbun|Nikkei|Nikkei Asia|The Mainichi|Rappler|"
    "Inquirer.net|Mail & Guardian|News24|Premium Times|Daily Nation|EUobserver|"
    "Euractiv|Brussels Morning"
)
_MAGAZINES = (
    "Politico|POLITICO Europe|Axios|Vox|The Hill|Roll Call|Newsweek|TIME|"
    "Time Magazine|HuffPost|The Huffington Post|Huffington Post|Forbes|Fortune|"
    "The Atlantic|The New Yorker|New York Magazine|Vanity Fair|Rolling Stone|"
    "RollingStone.com|Esquire|Breitbart|Breitbart News|The Intercept|BuzzFeed|"
    "BuzzFeed News|The Conversation|ProPublica|Slate|Salon|Salon.com|Vice|VICE News|"
    "Mother Jones|National Review|The Nation|The New Republic|New Republic|Jacobin|"
    "Reason|Reason Magazine|The American Conservative|The American Spectator|"
    "American Spectator|The Weekly Standard|The Week|Commentary Magazine|"
    "The Dispatch|The Bulwark|The Federalist|Townhall|Townhall.com|TheBlaze|"
    "TheBlaze.com|The Blaze|The Daily Caller|Daily Caller|"
    "The Daily Caller News Foundation|The Daily Wire|Daily Wire|The Daily Signal|"
    "Daily Beast|The Daily Beast|Daily Kos|ThinkProgress|Talking Points Memo|TPM|"
    "Raw Story|AlterNet|Truthout|Media Matters|Mediaite|NewsBusters|CNS News|"
    "CNSNews.com|WorldNetDaily|InfoWars|HotAir|RedState|PJ Media|American Thinker|"
    "The Post Millennial|Quillette|Independent Journal Review|IJR|"
    "Washington Free Beacon|The Washington Free Beacon|RealClearPolitics|"
    "FiveThirtyEight|The Marshall Project|The Cook Political Report|MarketWatch|"
    "Business Insider|Barron's|Quartz|Fast Company|Wired|The Verge|Ars Technica|"
    "TechCrunch|CNET|Engadget|Gizmodo|Recode|Defense One|Foreign Affairs|"
    "Scientific American|New Scientist|National Geographic|Grist|Snopes|"
    "FactCheck.org|PolitiFact|Bellingcat|openDemocracy|The Diplomat|"
    "Project Syndicate|Human Rights Watch|Pew Research Center|Brookings Institution|"
    "The Heritage Foundation|Jezebel|The Root|Bustle|PinkNews|The Advocate|Nieman Lab"
)
_NAMES = f"{_AGENCIES}|{_BROADCASTERS}|{_PAPERS}|{_MAGAZINES}".split("|")

AGENCY_NAMES = frozenset(name.casefold() for name in _AGENCIES.split("|"))
"""Those whose stories stand in everybody's paper."""
OUTLET_NAMES = {name.casefold(): name for name in _NAMES}
"""How each writes itself, by its name in small letters."""
