"""Completion for bash, from version 3.2 on: one function, no other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.outline import VERSION, Expects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.cli.outline import Option, Outline

_SCRIPT = r"""# Completion of quoth for bash: source <(quoth completion bash)

_quoth_paths() {
    compopt -o filenames 2>/dev/null
    local path
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$cur")
}

_quoth_words() {
    local word
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen -W "$1" -- "$cur")
}

_quoth() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local command= options= valued= choices= files= given=0 ended= i=0 word
    COMPREPLY=()
    # bash takes --name=value apart at the sign.
    if [[ $cur == "=" ]]; then
        cur=
    elif [[ $prev == "=" ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    valued=" -a --archive --color "
    while (( ++i < COMP_CWORD )); do
        word=${COMP_WORDS[i]}
        if [[ -n $ended ]]; then
            (( ++given ))
        elif [[ $word == -- && -n $command ]]; then
            ended=1
        elif [[ $valued == *" $word "* ]]; then
            [[ ${COMP_WORDS[i+1]} == "=" ]] && (( ++i ))
            (( ++i ))
        elif [[ $word == -?* || $word == "=" ]]; then
            continue
        elif [[ -z $command ]]; then
            command=$word
            case $command in
@VALUED@
            esac
        else
            (( ++given ))
        fi
    done
    if [[ -z $ended ]]; then
        case "$command $prev" in
@BEHIND@
        esac
    fi
    case $command in
@COMMANDS@
    esac
    if [[ $cur == -* && -z $ended ]]; then
        _quoth_words "$options"
    elif [[ -n $choices && $given -eq 0 ]]; then
        _quoth_words "$choices"
    elif [[ -n $files ]]; then
        _quoth_paths -f
    fi
}

complete -F _quoth quoth
"""


def script(commands: Sequence[Outline]) -> str:
    """Write the completion of these commands."""
    filled = {
        "@VALUED@": "\n".join(map(_valued, commands)),
        "@BEHIND@": "\n".join(_behind(commands)),
        "@COMMANDS@": "\n".join(_commands(commands)),
    }
    written = _SCRIPT
    for gap, lines in filled.items():
        written = written.replace(gap, lines)
    return written


def _valued(command: Outline) -> str:
    names = [n for o in command.options if o.metavar for n in o.names]
    return f'{" " * 16}{command.name}) valued=" {" ".join(names)} " ;;'


def _behind(commands: Iterable[Outline]) -> Iterator[str]:
    """Give what stands behind each option; the reader's need no command."""
    for command in commands:
        for option in command.options:
            if option.metavar:
                names = [f'"{command.name} {name}"' for name in option.names]
                if command.name == "read":
                    names += [f'" {name}"' for name in option.names]
                yield f"{' ' * 12}{'|'.join(names)}) {_value(option)}return ;;"


def _value(option: Option) -> str:
    if option.choices:
        return f'_quoth_words "{" ".join(option.choices)}"; '
    match option.expects:
        case Expects.FOLDER:
            return "_quoth_paths -d; "
        case Expects.FILE:
            return "_quoth_paths -f; "
        case _:
            return ""


def _commands(commands: Sequence[Outline]) -> Iterator[str]:
    names = " ".join(command.name for command in commands)
    for command in commands:
        options = _names(command.options)
        if command.name == "read":
            plain = f"{options} {_names([VERSION])}"
            yield f'{" " * 8}"") options="{plain}" choices="{names}" ;;'
        facts = [f'options="{options}"']
        if command.first_choices:
            facts.append(f'choices="{" ".join(command.first_choices)}"')
        if command.takes_files:
            facts.append("files=1")
        yield f"{' ' * 8}{command.name}) {' '.join(facts)} ;;"


def _names(options: Iterable[Option]) -> str:
    return " ".join(name for option in options for name in option.names)
