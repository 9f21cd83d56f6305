import json
import time

LOOK_EVERY_SECONDS = 0.1
WAIT_LIMIT_SECONDS = 60


def show(step, **found):
    """Leaves the line of a step."""
    print(json.dumps({"step": step, **found}), flush=True)


def wait(subject, look, will_do):
    """Looks until what it sees will do."""
    deadline = time.monotonic() + WAIT_LIMIT_SECONDS
    while True:
        seen = look()
        if will_do(seen):
            return seen
        if time.monotonic() > deadline:
            raise TimeoutError(f"{subject}: still {seen} after {WAIT_LIMIT_SECONDS} s")
        time.sleep(LOOK_EVERY_SECONDS)


def wait_for(subject, look, wanted):
    return wait(subject, look, lambda seen: seen == wanted)
