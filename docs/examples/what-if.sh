#!/usr/bin/env bash
# Plans a district as it is and with all leave cancelled, follows both solves, and sets the two plans side by side. Needs curl and jq.
#   docs/examples/what-if.sh [SERVICE [BASELINE [SECONDS]]]
set -euo pipefail
service=${1:-http://127.0.0.1:5080} baseline=${2:-xishan} seconds=${3:-60}

post() { # NAME CHANGES: posts a scenario and prints its id
  jq -n --arg baseline "$baseline" --arg name "$1" --argjson changes "$2" --argjson seconds "$seconds" \
    '{$baseline, $name, $changes, options: {timeLimitSeconds: $seconds}}' |
    curl -sS --fail-with-body "$service/v1/scenarios" -H 'Content-Type: application/json' -d @- | jq -r .id
}

follow() { # ID: prints the names of the events as they come; the stream ends with the scenario
  curl -sSN --fail-with-body "$service/v1/scenarios/$1/events" | sed -un 's/^event: /  /p' | uniq
  curl -sS --fail-with-body "$service/v1/scenarios/$1" | jq -r '"\(.name): \(.state)"'
}

first=$(post 'as it is' '[]')
second=$(post 'all hands on deck' '[{"type": "cancelLeave"}]')
follow "$first"
follow "$second"
curl -sS --fail-with-body "$service/v1/comparisons?scenarios=$first,$second" |
  jq -r '.levels[] | "\(.level): \(.values[0].objective) -> \(.values[1].objective)"'
