"""Places that speak for their governments, so that none is ever "he"."""

from __future__ import annotations

from typing import Final

from index.quotes.listed import word_set

PLACES: Final = frozenset(
    name.strip()
    for name in """
Afghanistan, Africa, Alabama, Alaska, Albania, Algeria, America, Ankara, Argentina,
Arizona, Arkansas, Armenia, Asia, Athens, Atlanta, Australia, Austria, Azerbaijan,
Baghdad, Bangladesh, Beijing, Belarus, Belgium, Berlin, Bosnia, Boston, Brazil,
Britain, Brussels, Budapest, Bulgaria, Burma, Cairo, California, Cambodia, Canada,
Chicago, Chile, China, Colombia, Colorado, Connecticut, Crimea, Croatia, Cuba, Cyprus,
Damascus, Delaware, Delhi, Denmark, Detroit, Donbas, Donbass, Dublin, Edinburgh,
Egypt, England, Estonia, Ethiopia, Europe, Finland, Florida, France, Gaza, Geneva,
Georgia, Germany, Ghana, Greece, Greenland, Guantanamo, Guatemala, Haiti, Havana,
Hawaii, Helsinki, Honduras, Hong Kong, Houston, Hungary, Iceland, Idaho, Illinois,
India, Indiana, Indonesia, Iowa, Iran, Iraq, Ireland, Islamabad, Israel, Istanbul,
Italy, Japan, Jerusalem, Jordan, Kabul, Kansas, Kazakhstan, Kentucky, Kenya, Kiev,
Kosovo, Kuwait, Kyiv, Latvia, Lebanon, Libya, Lisbon, Lithuania, London, Los Angeles,
Louisiana, Madrid, Maine, Malaysia, Maryland, Massachusetts, Mexico, Mexico City,
Miami, Michigan, Minnesota, Minsk, Mississippi, Missouri, Moldova, Montana, Moscow,
Mosul, Myanmar, Nebraska, Nevada, New Delhi, New Hampshire, New Jersey, New Mexico,
New York, New York City, New Zealand, Nigeria, North Carolina, North Dakota, North
Korea, Norway, Ohio, Oklahoma, Oregon, Oslo, Ottawa, Pakistan, Palestine, Paris,
Pennsylvania, Peru, Philadelphia, Philippines, Poland, Portugal, Prague, Puerto Rico,
Pyongyang, Qatar, Rhode Island, Riyadh, Romania, Rome, Russia, Rwanda, Saudi Arabia,
Scotland, Seattle, Seoul, Serbia, Shanghai, Singapore, Slovakia, Slovenia, Somalia,
South Africa, South Carolina, South Dakota, South Korea, Spain, Stockholm, Sudan,
Sweden, Switzerland, Sydney, Syria, Taiwan, Tallinn, Tbilisi, Tehran, Tel Aviv,
Tennessee, Texas, Thailand, Tokyo, Toronto, Tunisia, Turkey, U.K., U.S., UK, US, USA,
U.S.A., Ukraine, United Kingdom, United States, Utah, Venezuela, Vermont, Vienna,
Vietnam, Virginia, Wales, Warsaw, Washington, West Virginia, Wisconsin, Wyoming,
Yemen, Zimbabwe, Zurich, Mars, Aleppo, Silicon Valley, Wall Street, Capitol Hill,
Middle East, West Bank, Hollywood, Soviet Union, European Union, EU, E.U., Manhattan,
Brooklyn, Westminster, Whitehall, Brexit
""".replace("\n", " ").split(",")
)

ORGANISATION_WORDS: Final = word_set(
    """
Ministry Department Committee Commission Council Court Agency Administration Association
Organization Organisation Foundation Institute University College School Party Union
Group Inc. Inc Corp. Corp Co. Company Ltd Ltd. LLC Bank Fund Board Bureau Office Times
Post News Journal Tribune Herald Gazette Telegraph Guardian Observer Magazine Press
Reuters Network Radio Television TV Service Services Force Forces Army Navy Police
Parliament Congress Senate House Kremlin Pentagon Center Centre Federation Alliance
Coalition League Club Society Trust Campaign Authority Assembly Tribunal Embassy
Airlines Airways Motors Systems Technologies Partners Capital Holdings Industries
Chamber Conference Project Initiative Academy Hospital Church Caucus Treasury Cabinet
Team Review Report Reserve Guard Intelligence Security Affairs Defense Defence Justice
Nations NATO CNN BBC FBI CIA NSA IMF UN EU OPEC FIFA UEFA NASA PAC WHO Facebook Twitter
Google Apple Amazon Microsoft Politico Breitbart Bloomberg Fox Sputnik TASS Forbes Vox
Agence Associated Walmart Boeing Uber Gallup Quinnipiac Marist Rasmussen Mr
"""
)
"""A name that holds one of these names a body, not a person."""
