"""The sandbox's image and the daemon beside it: first what is computed, then the image that was built, where one was."""
import argparse
import hashlib
import http.server
import io
import json
import os
import re
import socketserver
import stat
import subprocess
import sys
import tarfile
import threading
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from test_setup import SETUP, InFolder

import docker_host
import elm4j
import sandbox
import sandbox_image
import sandbox_parts

WORKER = "toolkit/sandbox/src/main/java/dev/elm4j/sandbox"


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
        with mock.patch("shutil.which", return_value=None), self.assertRaises(elm4j.Unavailable) as raised:
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
                      mock.patch.object(setup, "jdk", return_value=elm4j.Jdk(Path("/jdk"), 17, "17.0.1"))):
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
        image.link_java = mock.Mock(side_effect=elm4j.Unavailable("no jlink", ""))
        image.recipe = lambda: "other"
        with self.assertRaises(elm4j.Unavailable):
            self.build(image)
        self.assertTrue((image.folders.root / "elm4j/digest").exists())


class Engine(http.server.BaseHTTPRequestHandler):
    """A peer that answers as Docker's API does."""

    ANSWERS = {"/_ping": (200, b"OK"), "/images/a:1/json": (200, b'{"Id": "sha256:1", "Config": {"Labels": {"l": "v"}}}'),
               "/images/b:1/json": (404, b'{"message": "No such image"}'), "/images/create": (200, b'{"status": "ok"}\r\n'),
               "/build": (200, b'{"stream": "Step 1"}\r\n{"error": "no space left"}\r\n')}
    seen: list = []

    def answer(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b""
            while True:
                size = int(self.rfile.readline(), 16)
                body += self.rfile.read(size)
                self.rfile.readline()
                if not size:
                    break
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.seen.append((self.path, body))
        status, text = self.ANSWERS[self.path.split("?")[0]]
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass

    def address_string(self):
        return "peer"


class Api(InFolder):
    def setUp(self):
        super().setUp()
        Engine.seen = []
        self.socket = self.serve(self.folder / "s")

    def serve(self, path: Path) -> str:
        server = socketserver.UnixStreamServer(str(path), Engine)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        self.addCleanup(server.server_close)
        self.addCleanup(thread.join)
        self.addCleanup(server.shutdown)
        return str(path)

    def test_a_daemon_answers_and_a_missing_socket_does_not(self):
        self.assertTrue(docker_host.Docker(self.socket).answers())
        self.assertFalse(docker_host.Docker(str(self.folder / "none")).answers())

    def test_an_image_is_known_by_its_name(self):
        docker = docker_host.Docker(self.socket)
        self.assertEqual(docker.image("a:1"), {"l": "v", "id": "sha256:1"})
        self.assertEqual(docker.image("b:1"), {})

    def test_what_docker_refuses_is_told_in_its_words(self):
        with self.assertRaisesRegex(elm4j.Unavailable, "No such image"):
            docker_host.Docker(self.socket).call("GET", "/images/b:1/json")

    def test_an_error_amid_the_progress_is_one(self):
        with self.assertRaisesRegex(elm4j.Unavailable, "no space left"):
            docker_host.Docker(self.socket).build(b"tar", "a:1")

    def test_a_root_is_sent_in_pieces_with_every_change(self):
        docker_host.Docker(self.socket).import_root(iter([b"one", b"two"]), "a:1", ["ENV A=1", "ENV B=2"])
        path, body = Engine.seen[-1]
        self.assertEqual(body, b"onetwo")
        self.assertIn("repo=a&tag=1&changes=ENV+A%3D1&changes=ENV+B%3D2", path)

    def test_the_daemon_that_the_environment_names_comes_first_and_ours_last(self):
        named, none = {"DOCKER_HOST": "unix://" + self.socket}, {"DOCKER_HOST": "unix:///none"}
        self.assertIsNone(docker_host.Host(self.folder, none).found())
        ours = self.serve(self.folder / "docker.sock")
        self.assertEqual(docker_host.Host(self.folder, named).found().path, self.socket)
        self.assertEqual(docker_host.Host(self.folder, none).found().path, ours)


class Daemon(InFolder):
    def host(self) -> docker_host.Host:
        (self.folder / "host").mkdir(exist_ok=True)
        return docker_host.Host(self.folder / "host", {"DOCKER_HOST": "unix:///none"})

    def test_a_process_is_named_by_number_and_start(self):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        self.assertRegex(docker_host.started_at(child.pid), "^[0-9]+$")
        child.stdin.write(b"\n")
        child.stdin.close()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        self.assertEqual(docker_host.started_at(child.pid), "")  # ended, though nobody has asked for its status yet
        child.wait()

    def test_a_process_that_only_has_the_number_of_ours_is_left_alone(self):
        host = self.host()
        host.record.write_text(json.dumps({"pid": os.getppid(), "started": "1"}))
        host.start = lambda: None
        self.assertEqual(host.ours(), 0)
        self.assertFalse(host.stop())
        self.assertTrue(docker_host.started_at(os.getppid()))

    def test_what_was_started_here_is_ended_and_its_traces_go(self):
        host, child = self.host(), subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        host.record.write_text(json.dumps({"pid": child.pid, "started": docker_host.started_at(child.pid)}))
        (host.folder / "dockerd.pid").write_text("1")
        self.assertTrue(host.stop())
        self.assertEqual(list(host.folder.iterdir()), [])
        self.assertIsNotNone(child.wait(5))

    def test_containers_that_outlived_a_killed_daemon_are_ended_by_a_new_one(self):
        host, calls = self.host(), []
        host.record.write_text(json.dumps({"pid": 1, "started": "0"}))
        host.start = lambda: calls.append("start")
        host.stop()
        host.stop()  # nothing was started since
        self.assertEqual(calls, ["start"])

    def test_what_is_mounted_inside_comes_innermost_first(self):
        line = "36 35 98:0 / %s rw - ext4 /dev/vda rw\n"
        info = "".join(line % p for p in ("/a", "/a/data", "/a/data/x\\040y", "/ab/data"))
        self.assertEqual(docker_host.mounts_in(Path("/a"), info), ["/a/data/x y", "/a/data"])

    def test_only_root_starts_one(self):
        with mock.patch("os.geteuid", return_value=1000), self.assertRaises(elm4j.Unavailable) as raised, \
                mock.patch.object(docker_host, "find_program", return_value="/none/dockerd"):
            self.host().start()
        self.assertIn("host up", raised.exception.remedy)

    def test_a_path_that_no_socket_can_have_is_told(self):
        host = docker_host.Host(self.folder / ("x" * 90), {})
        with self.assertRaisesRegex(elm4j.Unavailable, "too long"):
            host.start()

    def test_the_daemon_changes_nothing_of_the_hosts_network_and_keeps_to_its_folder(self):
        words = [str(word) for word in self.host().command()]
        self.assertLessEqual({"--bridge=none", "--iptables=false", "--ip-forward=false"}, set(words))
        for option in ("--config-file", "--data-root", "--exec-root", "--pidfile"):
            self.assertIn(str(self.folder), words[words.index(option) + 1])

    def test_what_is_missing_is_said_of_each_tier_by_its_name(self):
        image = sandbox_image.Image(self.setup_with())
        image.host = self.host()
        with mock.patch("shutil.which", return_value=None), mock.patch("os.geteuid", return_value=1000):
            missing = sandbox.missing_tiers(image)
        source = (SETUP.parent / WORKER / "Tier.java").read_text()
        self.assertEqual(list(missing), re.findall(r"^    ([A-Z_]+)[,;(]", source, re.M))
        self.assertEqual([tier for tier, reason in missing.items() if not reason], ["PROCESS"])


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
