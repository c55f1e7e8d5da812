"""The set-up as a whole: its steps, its commands, what it removes again. No network, no Java, no kernel."""
import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from in_folder import SETUP, InFolder

from commands import uninstall
from elm4j import main
from model_parts import MODEL_SHA256, MODEL_WHEEL_SHA256
from output import Unavailable
from places import KERNEL
from shell import Shell
from steps import Step, carry_out
from venv_parts import BROWSER, JUPYTER


class Steps(InFolder):
    def step(self, found, obtain=lambda: None, without="") -> Step:
        return Step("thing", found, "fetch it", obtain, without=without)

    def test_what_is_there_is_not_fetched(self):
        said = self.quietly(carry_out, self.step(lambda: "here", lambda: self.fail("fetched")))
        self.assertRegex(said, r"ok +thing +0\.\d s  here")

    def test_what_is_missing_is_fetched(self):
        got = []
        self.quietly(carry_out, self.step(lambda: "".join(got), lambda: got.append("here")))
        self.assertEqual(got, ["here"])

    def test_what_is_still_missing_after_fetching_stops_the_set_up(self):
        with self.assertRaisesRegex(Unavailable, "still missing"):
            self.quietly(carry_out, self.step(lambda: ""))

    def test_what_can_be_done_without_is_told_and_left_out(self):
        said = self.quietly(carry_out, self.step(lambda: "", without="the small one is used"))
        self.assertIn("skip", said)
        self.assertIn("the small one is used", said)


class Commands(InFolder):
    def test_a_command_that_fails_shows_the_end_of_its_log(self):
        shell = Shell(self.folder / "logs", dict(os.environ))
        with self.assertRaises(Unavailable) as raised:
            shell.run("x", [sys.executable, "-c", "print('why'); raise SystemExit(3)"])
        self.assertIn("ended with 3", raised.exception.reason)
        self.assertEqual(raised.exception.tail.strip(), "why")

    def test_a_command_that_takes_too_long_is_ended(self):
        shell = Shell(self.folder / "logs", dict(os.environ))
        with self.assertRaisesRegex(Unavailable, "took longer"):
            shell.run("x", [sys.executable, "-c", "import time; time.sleep(60)"], limit=0.5)

    def test_every_command_explains_itself(self):
        for name in ("install", "demo", "lab", "test", "doctor", "uninstall", "benchmark"):
            with self.assertRaises(SystemExit) as raised:
                self.quietly(main, [name, "--help"])
            self.assertEqual(raised.exception.code, 0)

    def test_its_files_alone_run_anywhere_without_packages(self):
        copy = self.folder / "elsewhere"
        copy.mkdir()
        for file in SETUP.glob("*.py"):
            shutil.copy2(file, copy)
        environ = dict(os.environ, ELM4J_HOME=str(self.folder / "home"))
        for words in (["--help"], ["sandbox", "host", "status"]):
            done = subprocess.run([sys.executable, "-S", "-E", str(copy / "elm4j.py"), *words], env=environ, cwd="/",
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_doctor_says_what_is_missing_and_changes_nothing(self):
        environ = dict(os.environ, ELM4J_HOME=str(self.folder / "home"), JUPYTER_DATA_DIR=str(self.folder / "jupyter"))
        done = subprocess.run([sys.executable, str(SETUP / "elm4j.py"), "doctor"], env=environ, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout, r"MISS +Jupyter +missing; would be had by: pip install")
        self.assertEqual(list(self.folder.iterdir()), [])


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
        self.quietly(uninstall, setup, None)
        self.assertEqual([mine.exists(), spec.exists(), yours.exists(), other.exists()], [False, False, True, True])
        self.assertFalse(setup.manifest.file.exists())

    def test_nothing_is_left_of_a_plain_installation(self):
        setup = self.setup_with()
        setup.places.lib.mkdir(parents=True)
        setup.manifest.record(setup.places.lib)
        self.quietly(uninstall, setup, None)
        self.assertFalse(setup.places.home.exists())

    def test_a_damaged_manifest_removes_nothing_elsewhere(self):
        setup, precious = self.setup_with(), self.folder / "precious"
        precious.mkdir()
        for path in (precious, setup.places.home / ".." / "precious", setup.places.home, Path("/")):
            setup.manifest.record(path)
        self.quietly(uninstall, setup, None)
        self.assertTrue(precious.exists())

    def test_a_manifest_that_is_no_json_is_an_empty_one(self):
        setup = self.setup_with()
        setup.places.home.mkdir(parents=True)
        setup.manifest.file.write_text("{")
        self.assertEqual(setup.manifest.made(), [])


class Repository(unittest.TestCase):
    def test_the_checksums_are_whole(self):
        for checksum in (MODEL_SHA256, MODEL_WHEEL_SHA256):
            self.assertRegex(checksum, "^[0-9a-f]{64}$")

    def test_every_pin_has_a_name_and_a_version(self):
        for pin in JUPYTER + BROWSER:
            self.assertRegex(pin, r"^[a-z]+(==|>=)[0-9]")

    def test_notebooks_ask_for_our_kernel(self):
        for notebook in (SETUP.parent / "notebooks").glob("*.ipynb"):
            metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
            self.assertEqual(metadata["kernelspec"]["name"], KERNEL, notebook.name)


if __name__ == "__main__":
    unittest.main()
