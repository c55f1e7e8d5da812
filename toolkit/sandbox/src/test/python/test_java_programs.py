"""Java programs through a real supervisor, with the compiled worker classes."""
import json
import os
import shutil
import signal
import tempfile
import unittest

import peer

AFTER = "public class Prog { public static long run(long x) { return x + 1; } }"


def program(body, returns="Object", parameters=""):
    return "public class Prog { public static %s run(%s) throws Throwable { %s } }" % (returns, parameters, body)


class OneSupervisor:

    plain = False

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="supervisor-test-jar-")
        given = peer.java_arguments(cls.folder)
        if given is None:
            shutil.rmtree(cls.folder)
            raise unittest.SkipTest("no Java or no compiled worker classes")
        for name in ("runner.jsa", "compiler.jsa"):
            with open(os.path.join(cls.folder, name), "w") as archive:
                archive.write("a")  # none, which a virtual machine passes over
        cls.peer = peer.Peer(*given, "--pool", "1", plain=cls.plain)

    @classmethod
    def tearDownClass(cls):
        cls.peer.close()
        shutil.rmtree(cls.folder)

    def tearDown(self):
        self.assertEqual(42, self.peer.value(AFTER, 41, language="java"))
        self.assertEqual(4, self.peer.ping()["processes"])  # the compiler, a virtual machine and two of Python that wait

    def answer(self, source, inputs=((),), **more):
        answer = self.peer.run(source, inputs, language="java", **more)
        self.assertEqual([], answer["dirty"])
        self.assertEqual(len(inputs), len(answer["outcomes"]))
        return answer

    def status(self, source, inputs=((),), **more):
        return self.answer(source, inputs, **more)["status"]


class JavaPrograms(OneSupervisor):

    def test_hello_names_java(self):
        self.assertRegex(self.peer.hello["java"], r"^\d+")
        self.assertEqual([], self.peer.hello["missing"])

    def test_values_output_and_exceptions(self):
        answer = self.answer(program("System.out.println(\"x\" + x); return java.util.List.of(10 / x, \"é\");",
                                     parameters="int x"), [[2], [0], [5]])
        self.assertEqual(["VALID", "EXCEPTION", "VALID"], [o["status"] for o in answer["outcomes"]])
        self.assertEqual([5, "é"], answer["outcomes"][0]["value"])
        self.assertEqual("x2\nx0\nx5\n", answer["stdout"])
        self.assertGreater(answer["timings"]["compileMs"], 0)

    def test_what_does_not_compile(self):
        answer = self.answer(program("return x;"))
        self.assertEqual("SYNTAX_ERROR", answer["status"])
        self.assertIn("line 1", answer["detail"])
        self.assertEqual("LOAD_ERROR", self.status(program("return 1;"), entry="nothing"))

    def test_time_memory_stack_and_exit(self):
        self.assertEqual("TIMEOUT", self.status(program("while (true);"), cpuMs=300))
        self.assertEqual("TIMEOUT", self.status(program("Thread.sleep(60000); return 1;"), wallMs=300))
        self.assertEqual("MEMORY_LIMIT", self.status(program(
            "java.util.List<byte[]> l = new java.util.ArrayList<>(); while (true) l.add(new byte[1 << 20]);"), memoryMb=64))
        self.assertEqual("STACK_OVERFLOW", self.status(program("return run();")))
        for body in ("System.exit(0); return 1;", "Runtime.getRuntime().halt(0); return 1;"):
            self.assertEqual("EXIT", self.status(program(body)))
        self.assertEqual("OUTPUT_LIMIT", self.status(program(
            "String s = \"x\".repeat(10000); while (true) System.out.println(s);"), outputBytes=1000))

    def test_files_network_and_processes_are_refused(self):
        for body in ("return java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"));",
                     "return java.nio.file.Files.createTempFile(\"a\", \"b\").toString();",
                     "return java.nio.file.Files.list(java.nio.file.Path.of(\"/\")).count();",
                     "new java.net.Socket(\"127.0.0.1\", 80); return 1;",
                     "new ProcessBuilder(\"/bin/true\").start(); return 1;",
                     "return java.nio.file.Files.readString(java.nio.file.Path.of(\"/proc/1/environ\"));",
                     "new java.io.FileOutputStream(\"/proc/self/mem\"); return 1;"):
            self.assertEqual("EXCEPTION", self.status(program(body)), body)

    def test_only_named_files_of_its_own_process_can_be_read(self):
        if not self.peer.hello["landlock"]:
            self.skipTest("no Landlock here")
        read = "try (var in = new java.io.FileInputStream(path)) { return in.read() >= 0; }"
        tried = ["/proc/self/" + name for name in (
            "maps", "net/tcp", "net/unix", "net/route", "environ", "mem", "task/self/net/tcp", "cwd/etc/passwd")]
        answer = self.answer(program(read, parameters="String path"), [[path] for path in tried])
        self.assertEqual(["VALID"] + ["EXCEPTION"] * 7, [outcome["status"] for outcome in answer["outcomes"]])
        folder = program("return java.util.Arrays.toString(new java.io.File(path).list());", parameters="String path")
        for path in ("/proc/self", "/proc/self/fd", "/proc/self/task"):
            self.assertEqual("null", self.peer.value(folder, path, language="java"), path)

    def test_the_archives_of_classes_can_be_read(self):
        read = "try (var in = new java.io.FileInputStream(path)) { return in.read(); }"
        for name in ("runner.jsa", "compiler.jsa"):
            path = os.path.join(self.folder, name)
            self.assertEqual(97, self.peer.value(program(read, parameters="String path"), path, language="java"))


class Everything(JavaPrograms):
    """What takes longer and depends less on the user."""

    def test_cpu_time_of_the_start_does_not_count(self):
        self.assertLess(self.answer(AFTER, [[1]])["timings"]["cpuMs"], 60)
        self.assertEqual("VALID", self.status(AFTER, [[1]], cpuMs=150))

    def test_limits_change_from_program_to_program(self):
        big = program("return new byte[100 << 20].length;")
        self.assertEqual("MEMORY_LIMIT", self.status(big, memoryMb=64))
        self.assertEqual("VALID", self.status(big, memoryMb=256))
        self.assertEqual("VALID", self.status(AFTER, [[1]], memoryMb=16, threads=1))

    def test_a_program_that_writes_on_the_channel_is_no_answer(self):
        out = "new java.io.FileOutputStream(java.io.FileDescriptor.in).write(%s); Thread.sleep(2000); return 1;"
        self.assertEqual("PROTOCOL", self.status(program(out % "new byte[64]"), wallMs=1000))
        self.assertEqual("PROTOCOL", self.status(program(out % "new byte[] {-1, -1, -1, -1}"), wallMs=1000))

    def test_a_native_crash_is_a_crash(self):
        source = ("import java.lang.reflect.*; public class Prog { public static Object run() throws Throwable {"
                  "Class<?> c = Class.forName(\"sun.misc.Unsafe\", true, ClassLoader.getSystemClassLoader());"
                  "Field f = c.getDeclaredField(\"theUnsafe\"); f.setAccessible(true);"
                  "c.getMethod(\"putAddress\", long.class, long.class).invoke(f.get(null), 0L, 0L); return 1; } }")
        for megabytes in (32, 512):  # an image without that module has no way to crash
            self.assertIn(self.status(source, memoryMb=megabytes), ("CRASH", "EXCEPTION"))

    def test_a_machine_without_memory_is_told_from_a_program_that_says_so(self):
        source = ("public class Prog { static int deep(int n) { return deep(n + 1) + 1; }"
                  "public static Object run() throws Throwable {"
                  "Thread t = new Thread(null, () -> deep(0), \"deep\", 1L << 30); t.start(); t.join(); return 1; } }")
        self.assertEqual("MEMORY_LIMIT", self.status(source, memoryMb=128, cpuMs=20000, wallMs=60000))
        words = ("System.err.println(\"There is insufficient memory for the Java Runtime Environment to continue.\");"
                 "Runtime.getRuntime().halt(1); return 1;")
        self.assertEqual("EXIT", self.status(program(words)))
        report = words.replace("There", "#\\n# There")
        self.assertEqual("EXIT", self.status(program(report.replace("halt(1)", "halt(3)"))))

    def test_a_thread_bomb_ends(self):
        status = self.status(program("for (int i = 0; i < 100000; i++) { Thread t = new Thread(() -> { try { "
                                     "Thread.sleep(100000); } catch (Exception e) { } }); t.start(); } return 1;"))
        self.assertIn(status, ("MEMORY_LIMIT", "TIMEOUT", "CRASH"))

    def test_a_compiler_that_dies_or_hangs_is_replaced(self):
        for number in (signal.SIGKILL, signal.SIGSTOP):
            os.kill(self._compiler(), number)
            answer = self.answer(AFTER, [[1]], compileMs=700, wallMs=2000)
            # found dead before it was asked: a new one answers; stopped: it misses its deadline and is replaced
            self.assertIn(answer["status"], ("VALID", "COMPILE_LIMIT"))
            self.assertEqual(2, self.peer.value(AFTER, 1, language="java"))

    def test_a_compiler_bomb_is_a_compile_limit(self):
        bomb = "public class Prog { static final String A0 = \"" + "x" * 1000 + "\";"
        for i in range(40):
            bomb += " static final String A%d = A%d + A%d;" % (i + 1, i, i)
        bomb += " public static int run() { return A40.length(); } }"
        self.assertIn(self.status(bomb), ("COMPILE_LIMIT", "SYNTAX_ERROR"))

    def _compiler(self):
        for pid in self._children():
            with open("/proc/%d/cmdline" % pid) as line:
                if "worker.Compiler" in line.read():
                    return pid
        raise AssertionError("no compiler")

    def _children(self):
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open("/proc/%s/stat" % name) as stat:
                        if int(stat.read().rsplit(")", 1)[1].split()[1]) == self.peer.process.pid:
                            yield int(name)
                except OSError:
                    pass

    def test_the_guard_of_the_compiler_speaks_before_the_program(self):
        source = program("return java.nio.file.Files.exists(java.nio.file.Path.of(\"/\"));")
        answer = self.answer(source, guard="strict")
        if answer["status"] == "VALID":
            self.skipTest("the guard for Java is not there yet")
        self.assertEqual("REJECTED", answer["status"])
        self.assertEqual({"line", "rule", "message"}, set(answer["findings"][0]))
        json.dumps(answer)


class ForkTest(OneSupervisor, unittest.TestCase):
    """As a user without rights, whose limit on processes is the test's to set."""

    plain = True

    def test_a_fork_that_fails_between_requests_costs_one_answer(self):
        self.peer.value(AFTER, 1, language="java")
        files = self.peer.ping()["files"]
        self.peer.forks(False)
        self.assertEqual("VALID", self.status(AFTER, [[1]]))  # by the one that waited; no other can be started after it
        for _ in range(3):
            answer = self.answer(AFTER, [[1]])
            self.assertEqual("SANDBOX_ERROR", answer["status"])
        self.peer.forks(True)
        self.assertEqual("VALID", self.status(AFTER, [[1]]))
        self.assertEqual(files, self.peer.ping()["files"])


@unittest.skipUnless(peer.ROOT, "only root can change users")
class SeparatedTest(Everything, unittest.TestCase):
    """As root, each virtual machine a user of its own."""


class PlainUserTest(JavaPrograms if peer.ROOT else Everything, unittest.TestCase):
    """As a user without rights."""

    plain = True


if __name__ == "__main__":
    unittest.main()
