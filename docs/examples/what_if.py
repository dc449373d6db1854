#!/usr/bin/env python3
"""Plans a district as it is and with all leave cancelled, follows both solves, and sets the two plans side by side.

    python3 docs/examples/what_if.py [SERVICE [BASELINE [SECONDS]]]

Needs nothing but Python 3.8.
"""

import json
import sys
import urllib.request

SERVICE, BASELINE, SECONDS = (sys.argv[1:] + ["http://127.0.0.1:5080", "xishan", "60"][len(sys.argv) - 1:])[:3]


def call(path, body=None):
    """The answer to a request. A refusal is an HTTPError; its body is a problem document that lists every fault."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(SERVICE + path, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def post(name, changes):
    """The id of a new scenario."""
    options = {"timeLimitSeconds": float(SECONDS)}
    return call("/v1/scenarios", {"baseline": BASELINE, "name": name, "changes": changes, "options": options})["id"]


def follow(scenario):
    """Prints the best objective levels as the solve finds them. The stream of events ends with the scenario."""
    with urllib.request.urlopen(f"{SERVICE}/v1/scenarios/{scenario}/events") as events:
        for line in events:
            if line.startswith(b"data: "):
                levels = (json.loads(line[6:]).get("progress") or {}).get("bestLevels") or []
                if levels:
                    print("  " + ", ".join(f"{level['level']} {level['value']:g}" for level in levels), flush=True)
    report = call(f"/v1/scenarios/{scenario}")
    print(f"{report['name']}: {report['state']}")


first = post("as it is", [])
second = post("all hands on deck", [{"type": "cancelLeave"}])
follow(first)
follow(second)
for level in call(f"/v1/comparisons?scenarios={first},{second}")["levels"]:
    before, after = (value["objective"] for value in level["values"])
    print(f"{level['level']}: {before} -> {after}")
