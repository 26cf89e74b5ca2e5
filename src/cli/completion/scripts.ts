import { COMPLETE } from './complete-word.ts';
import { INSTALL, type Shell } from './install.ts';

/**
 * bash gives the line in pieces, broken at '=' and '@' too (COMP_WORDBREAKS), and replaces the last piece only. So the
 * pieces are put together first, without quotes and backslashes, and what stands before the last break is taken off the answers. Works from bash 3.2 on.
 */
const BASH = `_seqack() {
  local rest=$COMP_LINE words=() i piece before current kind line value broken quoting=$'\\x22\\x27\\x5c\\x5c'
  for (( i = 0; i <= COMP_CWORD; i++ )); do
    piece=\${COMP_WORDS[i]}
    before=\${rest%%"$piece"*}
    rest=\${rest#"$before"}
    rest=\${rest#"$piece"}
    if (( i > 1 )) && [[ -n $piece && -z $before ]]; then
      words[\${#words[@]}-1]+=$piece
    else
      words[\${#words[@]}]=$piece
    fi
  done
  words=("\${words[@]//[$quoting]/}")
  current=\${words[\${#words[@]}-1]}
  broken=
  [[ $COMP_WORDBREAKS == *=* && $current == *=* ]] && broken=\${current%=*}=
  COMPREPLY=()
  kind=
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
      continue
    fi
    value=\${line%%$'\\t'*}
    [[ $value == "$current"* ]] || continue
    COMPREPLY[\${#COMPREPLY[@]}]=\${value#"$broken"}
    [[ $value == *[=@,] ]] && compopt -o nospace 2>/dev/null
  done < <(seqack ${COMPLETE} "\${words[@]:1}" 2>/dev/null)
  current=\${current#"$broken"}
  if [[ $kind == files || $kind == folders ]]; then
    compopt -o filenames 2>/dev/null
    local action=-f
    [[ $kind == folders ]] && action=-d
    while IFS= read -r line; do
      COMPREPLY[\${#COMPREPLY[@]}]=$line
    done < <(compgen "$action" -- "$current")
  fi
}
complete -F _seqack seqack
`;

/** Loaded by compinit from a folder of $fpath, or by eval. */
const ZSH = `_seqack() {
  local -a lines closed open
  local line value about kind
  lines=("\${(@f)$(seqack ${COMPLETE} "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  kind=$lines[1]
  for line in "\${(@)lines[2,-1]}"; do
    value=\${line%%$'\\t'*}
    about=\${line#*$'\\t'}
    line=\${value//:/\\\\:}\${about:+:$about}
    if [[ $value == *[=@,] ]]; then open+=("$line"); else closed+=("$line"); fi
  done
  if [[ $kind == files || $kind == folders ]]; then
    compset -P '--*='
    if [[ $kind == folders ]]; then _files -/; else _files; fi
    return
  fi
  local found=1
  (( $#closed )) && _describe -V -t seqack seqack closed && found=0
  (( $#open )) && _describe -V -t seqack seqack open -S '' && found=0
  return found
}
if [[ $funcstack[1] == _seqack ]]; then
  _seqack "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _seqack seqack
fi
`;

const FISH = `function __seqack_complete
  set -l words (commandline -opc)
  set -e words[1]
  set -l current (commandline -ct)
  set -l lines (seqack ${COMPLETE} $words "$current" 2>/dev/null)
  switch "$lines[1]"
    case files folders
      set -l option (string match -r -- '^--[^=]*=' "$current")
      set -l path (string replace -r -- '^--[^=]*=' '' "$current")
      set -l found (__fish_complete_path "$path")
      test "$lines[1]" = folders; and set found (__fish_complete_directories "$path")
      test (count $found) -gt 0; and printf '%s\\n' "$option"$found
    case '*'
      set -e lines[1]
      printf '%s\\n' $lines
  end
end
complete -c seqack -f -k -a '(__seqack_complete)'
`;

const BODY: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** The script that makes a shell complete seqack; `about` stands above the line that installs it. */
export function completionScript(shell: Shell, about: string): string {
  const first = shell === 'zsh' ? '#compdef seqack\n' : '';
  return `${first}# ${about}\n#   ${INSTALL[shell]}\n${BODY[shell]}`;
}
