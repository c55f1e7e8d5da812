"""The Docker daemon beside the sandbox: what is said to one, and how ours is started and ended. Starts none."""
import http.server
import json
import os
import re
import socketserver
import subprocess
import sys
import threading
import unittest
from pathlib import Path
from unittest import mock

from in_folder import SETUP, InFolder

import docker_host
import sandbox
import sandbox_image
from output import Unavailable

WORKER = "toolkit/sandbox/src/main/java/dev/elm4j/sandbox"


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
        with self.assertRaisesRegex(Unavailable, "No such image"):
            docker_host.Docker(self.socket).call("GET", "/images/b:1/json")

    def test_an_error_amid_the_progress_is_one(self):
        with self.assertRaisesRegex(Unavailable, "no space left"):
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

    def test_one_that_does_not_end_when_asked_has_ended_on_return(self):
        stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); input()"
        child = subprocess.Popen([sys.executable, "-c", stubborn], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(child.communicate)
        child.stdout.readline()
        docker_host.end(child.pid, 0)
        self.assertEqual(docker_host.started_at(child.pid), "")

    def test_what_a_process_still_holds_is_no_longer_mounted(self):
        host = self.host()
        mounted = host.folder / "data"
        mounted.mkdir()
        bound = subprocess.run(["mount", "--bind", mounted, mounted], capture_output=True, text=True)
        if bound.returncode:
            self.skipTest("nothing can be mounted here: %s" % bound.stderr.strip())
        with open(mounted / "held", "w"):
            host.end_daemon()
            (mounted / "held").unlink()
            mounted.rmdir()

    def test_only_root_starts_one(self):
        with mock.patch("os.geteuid", return_value=1000), self.assertRaises(Unavailable) as raised, \
                mock.patch.object(docker_host, "find_program", return_value="/none/dockerd"):
            self.host().start()
        self.assertIn("host up", raised.exception.remedy)

    def test_a_path_that_no_socket_can_have_is_told(self):
        host = docker_host.Host(self.folder / ("x" * 90), {})
        with self.assertRaisesRegex(Unavailable, "too long"):
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


if __name__ == "__main__":
    unittest.main()
