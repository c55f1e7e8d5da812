"""What the sandbox's image is made of: the worker files' digest, the packages, the root. Computed, nothing is built."""
import hashlib
import io
import os
import re
import stat
import tarfile
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from in_folder import SETUP, InFolder

import sandbox_image
import sandbox_parts
from output import Unavailable


class Digest(InFolder):
    FILES = {"supervisor.py": b"import os\n", "Runner.class": b"\xca\xfe", "Runner$1.class": b""}

    def test_it_is_made_of_names_lengths_and_bytes_in_the_order_of_names(self):
        text = b"Runner$1.class\x000\x00" + b"Runner.class\x002\x00\xca\xfe" + b"supervisor.py\x0010\x00import os\n"
        self.assertEqual(sandbox_parts.worker_digest(self.FILES), hashlib.sha256(text).hexdigest())

    def test_the_order_in_which_files_were_found_does_not_count(self):
        turned = dict(reversed(list(self.FILES.items())))
        self.assertEqual(sandbox_parts.worker_digest(turned), sandbox_parts.worker_digest(self.FILES))

    def test_every_byte_counts_and_where_it_stands(self):
        others = [dict(self.FILES, **{"Runner.class": b"\xca\xff"}), dict(self.FILES, **{"new.py": b""}),
                  {"a.py": b"b.py\x000\x00"}, {"a.py": b"", "b.py": b""}]
        digests = [sandbox_parts.worker_digest(files) for files in others + [self.FILES]]
        self.assertEqual(len(set(digests)), len(digests))

    def jar(self) -> Path:
        with zipfile.ZipFile(self.folder / "s.jar", "w") as jar:
            for name, content in self.FILES.items():
                jar.writestr(sandbox_parts.WORKER + name, content)
            jar.writestr(sandbox_parts.WORKER, b"")
            jar.writestr(sandbox_parts.WORKER + "notes.txt", b"x")
            jar.writestr("dev/elm4j/sandbox/Sandbox.class", b"x")
        return self.folder / "s.jar"

    def test_a_jar_and_its_folder_hold_the_same_files(self):
        with zipfile.ZipFile(self.jar()) as jar:
            jar.extractall(self.folder / "classes")
        self.assertEqual(sandbox_parts.worker_files(self.jar()), self.FILES)
        self.assertEqual(sandbox_parts.worker_files(self.folder / "classes"), self.FILES)

    def test_the_image_gets_python_files_as_they_are_and_classes_in_a_jar(self):
        files = sandbox_parts.image_files(self.FILES)
        self.assertEqual(sorted(files), ["supervisor.py", "worker.jar"])
        with zipfile.ZipFile(io.BytesIO(files["worker.jar"])) as jar:
            self.assertEqual(jar.namelist(), [sandbox_parts.WORKER + "Runner$1.class", sandbox_parts.WORKER + "Runner.class"])
            self.assertEqual(jar.read(sandbox_parts.WORKER + "Runner.class"), b"\xca\xfe")

    def test_the_same_files_make_the_same_jar_whenever(self):
        with mock.patch("time.time", return_value=1e9):
            before = sandbox_parts.image_files(self.FILES)
        self.assertEqual(sandbox_parts.image_files(dict(reversed(list(self.FILES.items())))), before)

    def test_what_docker_gets_belongs_to_root(self):
        with tarfile.open(fileobj=io.BytesIO(sandbox_parts.tar_of({"b/x.py": b"x", "a": b"yy"}))) as archive:
            entries = [(e.name, e.uid, e.gid, oct(e.mode), e.size) for e in archive]
        self.assertEqual(entries, [("a", 0, 0, "0o644", 2), ("b/x.py", 0, 0, "0o644", 1)])


class Packages(unittest.TestCase):
    LINES = """# deb http://old.example/debian bookworm main
deb [signed-by=/k.gpg arch=amd64] http://mirror.example/debian bookworm main contrib
deb-src http://mirror.example/debian bookworm main
deb http://mirror.example/debian-security bookworm-security main  # often
deb http://tools.example/apt nodistro main
deb http://vendor.example/debian bookworm stable
deb http://mirror.example/debian bookworm-backports main
"""
    PARAGRAPHS = """Types: deb
# a note
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /k.gpg

Types: deb-src
URIs: http://mirror.example/debian
Suites: bookworm
Components: main

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main

Types: deb
URIs: http://tools.example/apt
Suites: nodistro
Components: main
"""

    def test_lines_of_the_release_itself_are_kept(self):
        kept = sandbox_parts.package_sources({"sources.list": self.LINES}, "bookworm")["sources.list"].splitlines()
        self.assertEqual([re.search(r"http\S+ \S+", line).group() for line in kept],
                         ["http://mirror.example/debian bookworm", "http://mirror.example/debian-security bookworm-security"])

    def test_paragraphs_of_the_release_itself_are_kept_whole(self):
        kept = sandbox_parts.package_sources({"debian.sources": self.PARAGRAPHS}, "bookworm")["debian.sources"]
        self.assertEqual(re.findall(r"URIs: (\S+)", kept), ["http://mirror.example/debian"])
        self.assertIn("Signed-By: /k.gpg", kept)

    def test_a_file_with_nothing_of_it_is_left_out(self):
        self.assertEqual(sandbox_parts.package_sources({"a.list": self.LINES, "b.sources": self.PARAGRAPHS}, "trixie"), {})

    def test_versions_are_read_off_the_names_of_files(self):
        listing = "lock\npartial\nlibc6_2.36-9_amd64.deb\n/x/zlib1g_1%3a1.2.13.dfsg-1_amd64.deb\n"
        self.assertEqual(sandbox_parts.package_versions(listing), {"libc6": "2.36-9", "zlib1g": "1:1.2.13.dfsg-1"})

    def test_a_system_without_packages_is_shown_the_other_way(self):
        with mock.patch("shutil.which", return_value=None), self.assertRaises(Unavailable) as raised:
            sandbox_parts.release()
        self.assertIn("--dockerfile", raised.exception.remedy)

    def test_the_dockerfile_takes_the_same_parts(self):
        text = (SETUP / "sandbox/Dockerfile").read_text()
        for part in sandbox_image.PACKAGES + (",".join(sandbox_image.MODULES),) + sandbox_image.ENVIRONMENT:
            self.assertIn(part, text)


class Root(InFolder):
    def made(self) -> Path:
        root = self.folder / "root"
        for folder in ("usr/bin", "usr/sbin", "opt/java/bin", "usr/share/doc", "usr/lib/x86_64-linux-gnu/blas", "usr/lib64",
                       "etc", "usr/lib/python3/dist-packages/numpy/core/tests", "var/lib/dpkg"):
            (root / folder).mkdir(parents=True)
        for file in ("usr/bin/python3.11", "usr/bin/dpkg", "usr/sbin/tarcat", "usr/bin/tar", "opt/java/bin/java",
                     "opt/java/bin/javac", "etc/hostname", "etc/resolv.conf", "usr/lib/x86_64-linux-gnu/blas/libblas.so.3"):
            (root / file).touch()
        (root / "usr/bin/python3").symlink_to("python3.11")
        sandbox_parts.furnish(root)
        return root

    def test_python_and_java_are_the_only_programs(self):
        root = self.made()
        programs = [f.name for folder in ("bin", "usr/bin", "usr/sbin", "opt/java/bin") for f in (root / folder).glob("*")]
        self.assertEqual(sorted(set(programs)), ["java", "python3", "python3.11"])

    def test_nothing_of_the_host_is_in_it(self):
        root = self.made()
        self.assertEqual(sorted(f.name for f in (root / "etc").iterdir()), ["group", "passwd"])
        self.assertEqual((root / "etc/passwd").read_text(), "root:x:0:0::/:/nonexistent\n")

    def test_numpy_finds_its_algebra(self):
        self.assertTrue((self.made() / "usr/lib/x86_64-linux-gnu/libblas.so.3").exists())

    def test_a_loader_under_usr_is_found_at_its_old_place(self):
        root = self.made()
        self.assertEqual([os.readlink(root / name) for name in ("lib", "lib64", "sbin")], ["usr/lib", "usr/lib64", "usr/sbin"])

    def test_programs_get_an_empty_folder_that_nobody_may_write_to(self):
        root = self.made()
        self.assertEqual((list((root / "sandbox").iterdir()), stat.S_IMODE((root / "sandbox").stat().st_mode)), ([], 0o555))
        self.assertTrue(any((root / "tmp").iterdir()))

    def test_links_are_followed_inside_the_root(self):
        root = self.made()
        (root / "a").symlink_to("/usr/bin/python3")
        self.assertEqual(sandbox_parts.resolved(root, root / "a"), root / "usr/bin/python3.11")


if __name__ == "__main__":
    unittest.main()
