"""Runs commands into log files. Knows no command."""
from __future__ import annotations

import os
import shlex
import signal
import subprocess
from pathlib import Path
from typing import Dict, Optional, Sequence

from output import Unavailable, short


class Shell:
    """Runs commands into log files; one that fails becomes `Unavailable` with the end of its log."""

    def __init__(self, logs: Path, environ: Dict[str, str]):
        self.logs, self.environ = logs, environ

    def run(self, name: str, command: Sequence[str], *, env: Optional[Dict[str, str]] = None,
            limit: float = 1800) -> Path:
        command = [str(word) for word in command]
        log = self.logs / (name + ".log")
        self.logs.mkdir(parents=True, exist_ok=True)
        with open(log, "ab") as out:
            out.write(("\n$ %s\n" % shlex.join(command)).encode())
            out.flush()
            start = out.tell()
            status = self.wait(command, dict(self.environ, **(env or {})), out, limit)
        if status != 0:
            how = "took longer than %d s" % limit if status is None else "ended with %d" % status
            raise Unavailable("`%s` %s." % (Path(command[0]).name, how), "See %s." % short(log), tail(log, start))
        return log

    def wait(self, command, env, out, limit: float) -> Optional[int]:
        """The exit code, or None past the limit. The whole process group ends with us, whatever happens."""
        try:
            process = subprocess.Popen(command, env=env, cwd=str(self.logs), stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=subprocess.STDOUT, start_new_session=True)
        except OSError as e:
            raise Unavailable("`%s` could not be started: %s." % (command[0], e.strerror), "Run: elm4j.py install") from None
        try:
            return process.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            if process.poll() is None:
                end_group(process)


def end_group(process: subprocess.Popen) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def tail(log: Path, start: int = 0, lines: int = 15) -> str:
    with open(log, "rb") as text:
        text.seek(start)
        return "\n".join("      " + line for line in text.read().decode(errors="replace").splitlines()[-lines:])
