"""Runs a command in a terminal of its own: run.py COLUMNS ROWS COMMAND [ARGUMENT ...]

Node.js has no pseudo terminal of its own. What the command writes comes out, what comes in is what it reads. Ends with its exit code.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

MOST_BYTES = 65536


def main() -> int:
    columns, rows, *command = sys.argv[1:]
    child, terminal = pty.fork()
    if child == 0:
        # Before the command looks: a size that is set from outside may come too late.
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))
        os.execvp(command[0], command)
    relay(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) % 256


def relay(terminal: int) -> None:
    """Until the last process has closed the terminal's other side, which Linux tells by an error."""
    given, written = sys.stdin.fileno(), sys.stdout.fileno()
    sources = [terminal, given]
    while True:
        ready, _, _ = select.select(sources, [], [])
        if given in ready:
            data = os.read(given, MOST_BYTES)
            if data:
                os.write(terminal, data)
            else:
                sources.remove(given)
        if terminal in ready:
            try:
                data = os.read(terminal, MOST_BYTES)
            except OSError:
                return
            if not data:
                return
            while data:
                data = data[os.write(written, data) :]


if __name__ == "__main__":
    sys.exit(main())
