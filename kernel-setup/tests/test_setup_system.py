"""What the set-up finds on a system, on folders made for the purpose: the host, a JDK, a proxy, packages."""
import os
import shutil
import unittest
from pathlib import Path
from unittest import mock

from in_folder import InFolder

from output import Unavailable
from places import jupyter_data
from shell import Shell
from system_parts import Apt, find_jdk, jdk_at
from toolkit_parts import maven_proxy, natives


class Hosts(unittest.TestCase):
    def test_every_known_host_has_its_natives(self):
        hosts = {("Linux", "x86_64"): "linux-x86_64", ("Linux", "aarch64"): "linux-aarch64",
                 ("Darwin", "arm64"): "osx-aarch64", ("Windows", "AMD64"): "win-x86_64"}
        for (system, machine), classifier in hosts.items():
            self.assertEqual(natives(system, machine), classifier)

    def test_an_unknown_host_is_told_which_are_known(self):
        with self.assertRaises(Unavailable) as raised:
            natives("Linux", "riscv64")
        self.assertIn("linux-x86_64", raised.exception.remedy)

    def test_jupyters_folder_follows_its_rules(self):
        folder = jupyter_data
        self.assertEqual(folder({"JUPYTER_DATA_DIR": "/a", "XDG_DATA_HOME": "/b"}, "linux"), Path("/a"))
        self.assertEqual(folder({"XDG_DATA_HOME": "/b"}, "linux"), Path("/b/jupyter"))
        self.assertEqual(folder({}, "linux"), Path.home() / ".local/share/jupyter")
        self.assertEqual(folder({}, "darwin"), Path.home() / "Library/Jupyter")
        self.assertEqual(folder({"APPDATA": "/c"}, "win32"), Path("/c/jupyter"))


class Java(InFolder):
    def test_a_jdk_tells_its_version(self):
        jdk = jdk_at(self.jdk("a", self.WHOLE_JDK))
        self.assertEqual((jdk.version, jdk.release), (17, "17.0.15"))

    def test_the_old_way_of_counting_is_understood(self):
        self.assertEqual(jdk_at(self.jdk("a", 'JAVA_VERSION="1.8.0_402"\n')).version, 8)

    def test_a_run_time_without_compiler_is_no_jdk(self):
        self.assertIsNone(jdk_at(self.jdk("a", self.WHOLE_JDK, programs=["java"])))

    def test_a_cut_down_jdk_without_jshell_is_none(self):
        self.assertIsNone(jdk_at(self.jdk("a", 'JAVA_VERSION="21"\nMODULES="java.base jdk.compiler"\n')))

    def test_a_folder_that_is_not_there_is_no_jdk(self):
        self.assertIsNone(jdk_at(self.folder / "none"))

    def test_the_users_choice_comes_first_unless_it_is_too_old(self):
        old = self.jdk("old", 'JAVA_VERSION="11.0.2"\nMODULES="jdk.compiler jdk.jshell"\n')
        fit = self.jdk("fit", self.WHOLE_JDK)
        self.assertEqual(find_jdk({"JAVA_HOME": str(fit), "PATH": ""}).home, fit)
        path = {"JAVA_HOME": str(old), "PATH": str(fit / "bin")}
        os.chmod(fit / "bin/java", 0o755)
        self.assertEqual(find_jdk(path).home, fit)


class Proxies(unittest.TestCase):
    def test_no_proxy_gives_no_options(self):
        self.assertEqual(maven_proxy({"no_proxy": "localhost"}), [])

    def test_host_port_and_exceptions_reach_maven(self):
        options = maven_proxy({"https_proxy": "http://proxy.example:3128", "NO_PROXY": "localhost,.inside"})
        self.assertIn("-Dhttps.proxyHost=proxy.example", options)
        self.assertIn("-Dhttps.proxyPort=3128", options)
        self.assertIn("-Dhttp.nonProxyHosts=localhost|*.inside", options)

    def test_a_name_and_a_password_are_unquoted(self):
        options = maven_proxy({"HTTPS_PROXY": "http://me:p%40ss@proxy.example"})
        self.assertIn("-Dhttps.proxyUser=me", options)
        self.assertIn("-Dhttps.proxyPassword=p@ss", options)

    def test_a_proxy_without_scheme_is_understood(self):
        self.assertIn("-Dhttp.proxyHost=proxy.example", maven_proxy({"http_proxy": "proxy.example:80"}))


class Packages(InFolder):
    def apt(self, *missing: str) -> Apt:
        apt = Apt(Shell(self.folder, {"https_proxy": "http://proxy.example:1"}))
        apt.missing = list(missing)
        return apt

    @unittest.skipUnless(shutil.which("apt-get"), "not a Debian or Ubuntu machine")
    def test_a_user_without_sudo_is_told_one_line_for_all(self):
        apt = self.apt("maven", "fontconfig")
        with mock.patch("os.geteuid", return_value=1000), mock.patch("subprocess.run", return_value=mock.Mock(returncode=1)), \
                self.assertRaises(Unavailable) as raised:
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
                with self.assertRaises(Unavailable):
                    apt.install()
        self.assertEqual(asked.call_count, 1)


if __name__ == "__main__":
    unittest.main()
