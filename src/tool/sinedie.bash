# SPDX-License-Identifier: BSL-1.0
# What bash completes after `sinedie`.
_sinedie() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  case $before in
    --undated) mapfile -t COMPREPLY < <(compgen -W 'last first apart only hide' -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'table markdown json html svg chart csv jsonl ics geojson dot mermaid timelinejs vis plover' -- "$word"); return ;;
    --calendar) mapfile -t COMPREPLY < <(compgen -W 'gregorian julian unknown' -- "$word"); return ;;
    --country) mapfile -t COMPREPLY < <(compgen -W 'ES IT PL PT VA FR BE CZ HU DE DK NO IS CH CA GB IE US FI SE BG RU UA RS RO GR' -- "$word"); return ;;
    --lanes) mapfile -t COMPREPLY < <(compgen -W 'party venue series topic none' -- "$word"); return ;;
    --by) mapfile -t COMPREPLY < <(compgen -W 'party pair venue kind status year month' -- "$word"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'en fr' -- "$word"); return ;;
    --from) mapfile -t COMPREPLY < <(compgen -W 'dossier csv tsv gdelt icews plover jsonl ics timelinejs' -- "$word"); return ;;
    --to) mapfile -t COMPREPLY < <(compgen -W 'dossier csv jsonl ics geojson dot mermaid timelinejs vis plover' -- "$word"); return ;;
    --map | --reference-day | --versus | --margin | --where | --as-of | --first | --after | --quiet | --window | --size) return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'show check date history compare why count explain convert help --help --version' -- "$word")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--where --as-of --undated --versus --margin --calendar --country --by --first --after --reversed --lanes --window --size --dark --slips --overdue --quiet --format --json --lang --ids -o --from --to --map --mapping --reference-day --rejects --strict --help --version' -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _sinedie sinedie
