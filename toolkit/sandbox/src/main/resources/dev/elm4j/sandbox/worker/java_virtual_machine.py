"""Virtual machines of Java, confined: the warm compiler, and runners of which each holds one program."""
import os

import evaluation
import kernel
import landlock
import processes
import readable
from confine import Plan

MAIN = "dev.elm4j.sandbox.worker."
FILES = 128
STACK = 8 << 20
OWN_THREADS = 28     # of a virtual machine, beside those of the program
OUTSIDE_HEAP = 1536  # MB of address space beside the heap: code, classes, stacks, the arenas of the allocator
BACKSTOP = 3700      # seconds of CPU; the supervisor ends it long before, the longest limit being an hour

FLAGS = (
    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData",
    "-XX:+DisableAttachMechanism", "-XX:ErrorFile=/dev/null", "-XX:+DisplayVMOutputToStderr",
    "-Xlog:disable", "-Xlog:all=off", "-Xss1m", "-XX:MaxMetaspaceSize=96m", "-XX:CompressedClassSpaceSize=48m",
    "-XX:MaxDirectMemorySize=16m", "-XX:ReservedCodeCacheSize=32m",
    # the same on every host: what a program sees of processors must not change its value
    "-XX:ActiveProcessorCount=1", "-XX:-UseContainerSupport",
    "-Duser.language=en", "-Duser.country=", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=/")
# It lives long: what it does not need between two programs is not to stay touched.
COMPILER_HEAP_FLAGS = ("-Xms24m", "-Xmn14m")
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "1"}


class Births:
    """In the nursery: starts virtual machines."""

    def __init__(self, settings, confinement):
        self._home = os.path.realpath(settings.java)
        self._jar = os.path.realpath(settings.worker_jar)
        self._program = os.path.join(self._home, "bin", "java")
        for needed in (self._program, self._jar):
            if not os.access(needed, os.R_OK):
                raise OSError("%s cannot be read" % needed)
        self._confinement = confinement
        self._readable = readable.for_java(self._home, self._jar)
        self._executable = [self._home, *readable.loaders()]

    def version(self):
        """As the release file of the Java home says it."""
        try:
            with open(os.path.join(self._home, "release")) as lines:
                named = dict(line.strip().split("=", 1) for line in lines if "=" in line)
            return named.get("JAVA_VERSION", "").strip('"') or "unknown"
        except OSError:
            return "unknown"

    def plan(self, uid, message):
        """What the next virtual machine is confined to."""
        memory = message["heapMb"] + OUTSIDE_HEAP + message["threads"]
        return Plan(uid, memory << 20, BACKSTOP, message["threads"] + OWN_THREADS, FILES, STACK)

    def body(self, plan, message):
        launch = kernel.Launch(self._command(message["what"], message["heapMb"]), ENVIRONMENT)

        def body():
            self._confinement.enter(plan, launch, self._rules)
            processes.close_others()
            launch.run()

        return body

    def _rules(self, abi):
        return landlock.rules(abi, self._readable, self._executable)

    def _command(self, name, heap_mb):
        archive = readable.archive(self._jar, name)
        shared = ["-XX:SharedArchiveFile=" + archive] if os.path.exists(archive) else []
        small = COMPILER_HEAP_FLAGS if name == "Compiler" else ()
        return [self._program, *FLAGS, *small, *shared, "-Xmx%dm" % heap_mb, "-cp", self._jar, MAIN + name]


def await_ready(child, until):
    """Waits for the first word of a virtual machine; raises Ended."""
    evaluation.await_word(child, b"ready", until)
