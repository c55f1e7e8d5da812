"""The sandbox's image: how a build goes, with quick steps for the long ones; and the root that was built, if one was."""
import argparse
import json
import os
import subprocess
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from in_folder import InFolder

import sandbox
import sandbox_image
import sandbox_parts
from output import Unavailable
from system_parts import Jdk


class Building(InFolder):
    """The steps' order and words, with quick ones in place of the long ones."""

    def image(self) -> sandbox_image.Image:
        setup = self.setup_with()
        classes = self.folder / "classes" / sandbox_parts.WORKER
        classes.mkdir(parents=True)
        (classes / "supervisor.py").write_text("x = 1\n")
        image = sandbox_image.Image(setup, self.folder / "classes")
        image.recipe = lambda: "r"
        image.unpack_packages = lambda root: (root / "usr/bin").mkdir(parents=True) or (root / "usr/bin/python3").touch() or {}
        image.link_java = image.precompile = lambda *_: None
        image.host = mock.Mock(found=lambda: None)
        for patch in (mock.patch.object(sandbox_image, "release", return_value="bookworm"),
                      mock.patch.object(setup, "jdk", return_value=Jdk(Path("/jdk"), 17, "17.0.1"))):
            patch.start()
            self.addCleanup(patch.stop)
        return image

    def build(self, image: sandbox_image.Image, **options) -> str:
        chosen = dict({"source": str(image.source), "fresh": False, "dockerfile": False}, **options)
        with mock.patch.object(sandbox, "Image", return_value=image), mock.patch("shutil.which", return_value="/bin/it"):
            return self.quietly(sandbox.build, image.setup, argparse.Namespace(**chosen))

    def test_each_step_has_a_line_and_docker_can_be_done_without(self):
        out = self.build(self.image())
        self.assertRegex(out, r"ok +mmdebstrap .*\n +ok +sandbox root .*bookworm, Java 17.0.1 in .*\n"
                              r" +ok +worker files .* 1 files, digest [0-9a-f]{12}\n +skip +Docker image .*not offered")

    def test_a_second_build_makes_nothing_anew(self):
        image = self.image()
        self.build(image)
        record = image.folders.record.read_bytes()
        image.make_base = image.put_worker = lambda: self.fail("made anew")
        with mock.patch.object(sandbox_image, "now", return_value="later"):
            self.assertNotIn("mmdebstrap", self.build(image))
        self.assertEqual(image.folders.record.read_bytes(), record)

    def test_other_worker_files_go_into_the_same_root(self):
        image = self.image()
        self.build(image)
        (self.folder / "classes" / sandbox_parts.WORKER / "supervisor.py").write_text("x = 2\n")
        image.make_base = lambda: self.fail("made anew")
        self.build(image)
        self.assertEqual((image.folders.root / "elm4j/supervisor.py").read_text(), "x = 2\n")

    def test_the_record_tells_what_is_in_the_image(self):
        image = self.image()
        self.build(image)
        record = json.loads(image.folders.record.read_text())
        self.assertEqual(record["digest"], sandbox_parts.worker_digest({"supervisor.py": b"x = 1\n"}))
        self.assertEqual(record["image"], "elm4j-sandbox:" + record["digest"][:12])
        self.assertEqual((record["id"], record["docker"], record["base"]["java"]), (None, None, "17.0.1"))

    def test_packages_are_fetched_anew_where_that_is_asked_for(self):
        image = self.image()
        self.build(image)
        before = image.base_name
        self.assertRegex(self.build(image, fresh=True), "ok +mmdebstrap")
        self.assertEqual(json.loads(image.folders.base.read_text())["before"], before)

    def test_users_of_one_daemon_share_an_image_but_not_one_of_older_packages(self):
        image, labels = self.image(), {"dev.elm4j.recipe": "r", "dev.elm4j.base": "elm4j-sandbox:base-theirs"}
        self.build(image)
        image.host = mock.Mock(found=lambda: mock.Mock(image=lambda name: labels, path="/s"))
        self.assertEqual(image.find_image(), image.name + " at /s")
        old = image.base_name
        self.build(image, fresh=True)
        labels["dev.elm4j.base"] = old
        self.assertEqual(image.find_image(), "")
        labels.update({"dev.elm4j.base": image.base_name, "dev.elm4j.recipe": "other"})
        self.assertEqual(image.find_image(), "")

    def test_an_image_that_lost_its_name_goes(self):
        image, ids = self.image(), iter(["1", "2", "2", "2"])
        self.build(image)
        docker = mock.Mock(image=lambda name: {"id": next(ids)} if name == image.name else {"id": "base"})
        image.host = mock.Mock(found=lambda: docker)
        image.load_image()
        docker.forget.assert_called_once_with("1")
        image.load_image()
        docker.forget.assert_called_once_with("1")

    def test_of_a_daemon_only_images_of_the_root_before_are_forgotten(self):
        labels = {"elm4j-sandbox:base-a": None, "elm4j-sandbox:1": "elm4j-sandbox:base-a", "elm4j-sandbox:2": "elm4j-sandbox:base-b"}
        docker = mock.Mock(images=lambda _: list(labels), image=lambda name: {"dev.elm4j.base": labels[name]})
        self.image().forget_images(docker, "elm4j-sandbox:base-a")
        self.assertEqual([call.args[0] for call in docker.forget.call_args_list], ["elm4j-sandbox:base-a", "elm4j-sandbox:1"])
        docker.forget.reset_mock()
        sandbox_image.Image(self.setup_with()).forget_images(docker, None)
        docker.forget.assert_not_called()

    def test_a_build_that_breaks_off_leaves_the_old_root(self):
        image = self.image()
        self.build(image)
        image.link_java = mock.Mock(side_effect=Unavailable("no jlink", ""))
        image.recipe = lambda: "other"
        with self.assertRaises(Unavailable):
            self.build(image)
        self.assertTrue((image.folders.root / "elm4j/digest").exists())


ROOT = Path(os.environ.get("ELM4J_HOME") or Path.home() / ".elm4j") / "sandbox/rootfs"


@unittest.skipUnless((ROOT / "elm4j/digest").exists(), "no image was built")
class Built(unittest.TestCase):
    """The root as it lies there, without isolation."""

    def test_its_stamp_names_what_is_in_it(self):
        inside = {f.name: f.read_bytes() for f in (ROOT / "elm4j").glob("*.py")}
        with zipfile.ZipFile(ROOT / "elm4j/worker.jar") as jar:
            inside.update({n[len(sandbox_parts.WORKER):]: jar.read(n) for n in jar.namelist()})
        self.assertEqual((ROOT / "elm4j/digest").read_text(), sandbox_parts.worker_digest(inside))

    def test_its_java_shares_its_classes_and_has_a_compiler(self):
        java = [str(ROOT / "opt/java/bin/java"), "-Xshare:on"]
        modules = subprocess.run(java + ["--list-modules"], capture_output=True, text=True)
        self.assertEqual(modules.returncode, 0, modules.stderr)
        self.assertEqual([m.split("@")[0] for m in modules.stdout.split()], sorted(sandbox_image.MODULES))

    def test_its_python_is_compiled_and_has_numpy(self):
        loader = next(iter(sorted(ROOT.glob("lib*/ld-linux*"))))
        libraries = ":".join(str(f) for folder in ("lib", "usr/lib") for f in ROOT.glob(folder + "/*-linux-gnu*"))
        code = "import ctypes, json, resource, numpy; print(numpy.linalg.inv(numpy.eye(2) * 2)[0][0], numpy.__cached__)"
        done = subprocess.run([str(sandbox_parts.resolved(ROOT, loader)), "--library-path", libraries,
                               str(sandbox_parts.resolved(ROOT, ROOT / "usr/bin/python3")), "-c", code], capture_output=True, text=True,
                              env={"PYTHONHOME": str(ROOT / "usr"), "PYTHONPATH": str(ROOT / "usr/lib/python3/dist-packages")})
        self.assertEqual(done.returncode, 0, done.stderr)
        value, cached = done.stdout.split(" ", 1)
        self.assertEqual((value, Path(cached.strip()).exists()), ("0.5", True))

    def test_it_has_no_shell(self):
        self.assertEqual([f for name in ("sh", "bash", "dash", "perl") for f in ROOT.glob("**/bin/" + name)], [])


if __name__ == "__main__":
    unittest.main()
