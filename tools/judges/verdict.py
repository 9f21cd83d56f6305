"""What the judges in Python share: they read the recording from standard input, and write their problems to standard output, both as JSON."""

import json
import sys

# Here the requests come from the product and from the vendors' clients, not from a test that tries what a cloud refuses.
LEVELS_OF_THE_PRODUCT = {"host", "e2e", "demo", "package"}


def judge(cloud, services, problems_of, is_parameter):
    """
    `problems_of(exchange, common_errors)` yields (path, what the model says) for one exchange of the cloud; `is_parameter(service, action, name)` tells
    whether the model's request has a parameter that an action of ours asks for.
    """
    recording = json.load(sys.stdin)
    judged = 0
    problems = []
    for exchange in recording["exchanges"]:
        if exchange["cloud"] != cloud:
            continue
        judged += 1
        common_errors = recording["commonErrors"].get(exchange.get("service"), [])
        problems += [problem(exchange, path, said) for path, said in problems_of(exchange, common_errors)]
    for reading in recording["readings"]:
        name = reading["parameterRead"]
        if reading["service"] in services and not is_parameter(reading["service"], reading["action"], name):
            problems.append(problem(reading, f"(request) {name}", "is read, and is no parameter of the model"))
    json.dump({"judged": judged, "problems": problems}, sys.stdout)


def problem(record, path, said):
    named = {key: record.get(key) for key in ("service", "action", "status")}
    return {**named, "path": path, "said": said}


def join(path, name):
    return f"{path}.{name}" if path else name
