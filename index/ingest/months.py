"""Months and weekdays as other languages print them beside a date."""

from __future__ import annotations

_MONTHS = (
    "januar jänner jan janvier janv enero ene gennaio gen janeiro января янв січня",
    "februar feb février févr fév febrero febbraio fevereiro февраля февр фев лютого",
    "märz mär mars marzo março марта мар березня",
    "april apr avril avr abril abr aprile апреля апр квітня",
    "mai mayo maggio maio мая травня",
    "juni jun juin junio giugno junho июня июн червня",
    "juli jul juillet juil julio luglio julho июля июл липня",
    "august aug août agosto августа авг серпня",
    "september sept septembre septiembre setiembre settembre setembro сентября вересня",
    "oktober okt octobre octubre ottobre outubro октября окт жовтня",
    "november nov novembre noviembre novembro ноября нояб листопада",
    "dezember dez décembre déc diciembre dic dicembre dezembro декабря дек грудня",
)
_WEEKDAYS = (
    "montag mo lundi lunes lunedì понедельник понеділок",
    "dienstag di mardi martes martedì вторник вівторок",
    "mittwoch mi mercredi miércoles mercoledì среда середа",
    "donnerstag do jeudi jueves giovedì четверг четвер",
    "freitag fr vendredi viernes venerdì пятница п’ятниця",
    "samstag sa samedi sábado sabato суббота субота",
    "sonntag so dimanche domingo domenica воскресенье неділя",
)
_NUMBER = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
_WEEKDAY_NUMBER = {
    name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()
}


def _any_of(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


FOREIGN_MONTH = rf"(?:{_any_of(_NUMBER)})\b\.?"
FOREIGN_WEEKDAY = rf"(?:{_any_of(_WEEKDAY_NUMBER)})\b\.?"


def foreign_month(name: str) -> int:
    """Give the number of a month; March is 3 in every language."""
    return _NUMBER[name.lower().rstrip(".")]


def foreign_weekday(name: str) -> int:
    """Give the number of a weekday; Monday is 0."""
    return _WEEKDAY_NUMBER[name.lower().rstrip(".")]
