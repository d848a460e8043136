"""Places that stories are sent from: proof that a word before a dash is a dateline."""

from __future__ import annotations

_COUNTRIES = (
    "Afghanistan|Albania|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|"
    "Bangladesh|Belarus|Belgium|Bolivia|Bosnia|Brazil|Britain|Bulgaria|Cambodia|"
    "Cameroon|Canada|Chile|China|Colombia|Congo|Croatia|Cuba|Cyprus|Czech Republic|"
    "Denmark|Ecuador|Egypt|England|Estonia|Ethiopia|Finland|France|Georgia|Germany|Ghana|"
    "Greece|Guatemala|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|"
    "Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|"
    "Kyrgyzstan|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|Malaysia|Mali|"
    "Malta|Mexico|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Nepal|"
    "Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|"
    "Northern Ireland|Norway|Oman|Pakistan|Panama|Paraguay|Peru|Philippines|Poland|"
    "Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|"
    "Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|"
    "Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|"
    "Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|United Arab Emirates|UAE|"
    "United Kingdom|UK|United States|USA|Uruguay|Uzbekistan|Venezuela|Vietnam|Wales|"
    "Yemen|Zambia|Zimbabwe|Texas|California|Florida|New York|"
    "Indian-administered Kashmir"
)
_CITIES = (
    "Abu Dhabi|Abuja|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Astana|Athens|Atlanta|"
    "Auckland|Baghdad|Baku|Bangkok|Barcelona|Beijing|Beirut|Belgrade|Berlin|Bishkek|"
    "Bogotá|Bogota|Boston|Brasília|Brasilia|Bratislava|Brussels|Bucharest|Budapest|"
    "Buenos Aires|Cairo|Canberra|Cape Town|Caracas|Chennai|Chicago|Chisinau|Colombo|"
    "Copenhagen|Damascus|Delhi|Dhaka|Donetsk|Dubai|Dublin|Edinburgh|Frankfurt|Gaza|"
    "Geneva|Hanoi|Harare|Havana|Helsinki|Hong Kong|Houston|Islamabad|Istanbul|Jakarta|"
    "Jerusalem|Johannesburg|Kabul|Kampala|Karachi|Kathmandu|Kharkiv|Khartoum|Kiev|"
    "Kigali|Kolkata|Kyiv|Kuala Lumpur|Lagos|Lahore|Lima|Lisbon|Ljubljana|London|"
    "Los Angeles|Luxembourg|Lviv|Madrid|Manila|Mariupol|Melbourne|Mexico City|Miami|"
    "Minsk|Mogadishu|Moscow|Mumbai|Munich|Nairobi|New Delhi|New York|Nicosia|Odesa|"
    "Oslo|Ottawa|Paris|Philadelphia|Pretoria|Prague|Pyongyang|Quito|Ramallah|Reykjavik|"
    "Riga|Riyadh|Rome|San Francisco|Santiago|Sarajevo|Seattle|Seoul|Shanghai|Skopje|"
    "Sofia|St. Petersburg|Stockholm|Strasbourg|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|"
    "Tehran|Tel Aviv|The Hague|Tirana|Tokyo|Toronto|Tripoli|Tunis|United Nations|"
    "Vatican City|Vienna|Vilnius|Warsaw|Washington|Wellington|Yangon|Yerevan|Zagreb|"
    "Zurich"
)
COUNTRIES = frozenset(_COUNTRIES.casefold().split("|"))
CITIES = frozenset(_CITIES.casefold().split("|"))


def is_place(words: str) -> bool:
    """Say whether this is a city that news comes from, or a town with its country."""
    if not words[:1].isupper():
        return False
    city, comma, country = words.strip().partition(", ")
    if not comma:
        return city.casefold() in CITIES
    return country.casefold() in COUNTRIES
