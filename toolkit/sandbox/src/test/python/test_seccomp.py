"""The filter, run by an interpreter of its instructions: every number and the flags that matter."""
import errno
import struct
import unittest

import peer  # noqa: F401
import seccomp
import syscalls

PID, LAUNCH = 4321, 0x7F1234567890


def decide(table, number, *arguments, audit=None, launch=LAUNCH):
    """What the filter answers: "allow", "kill" or an errno."""
    words = list(arguments) + [0] * (6 - len(arguments))
    data = struct.pack("=IIQ6Q", number & 0xFFFFFFFF, table.audit if audit is None else audit, 0,
                       *[w & (1 << 64) - 1 for w in words])
    code = [struct.unpack("=HBBI", op) for op in seccomp.instructions(table, PID, launch)]
    at, loaded = 0, 0
    while True:
        kind, yes, no, value = code[at]
        if kind == seccomp.RETURN:
            return {seccomp.ALLOW: "allow", seccomp.KILL: "kill"}.get(value, value & 0xFFFF)
        at += 1
        if kind == seccomp.LOAD:
            (loaded,) = struct.unpack_from("=I", data, value)
        else:
            holds = {seccomp.EQUAL: loaded == value, seccomp.GREATER: loaded > value,
                     seccomp.MASK: bool(loaded & value)}[kind]
            at += yes if holds else no


class FilterTest(unittest.TestCase):

    tables = {**syscalls.TABLES, **syscalls.UNTESTED}

    def test_a_number_is_allowed_if_and_only_if_it_is_listed(self):
        for name, table in self.tables.items():
            allowed, special = set(table.allowed.values()), {*table.checked.values(), *table.unknown.values()}
            for number in list(range(600)) + [0x40000000, 0x40000001, 0x7FFFFFFF, 0xFFFFFFFF]:
                if number in special:
                    continue
                wanted = "allow" if number in allowed else errno.EPERM if number <= table.newest else errno.ENOSYS
                self.assertEqual(wanted, decide(table, number), "%s %d" % (name, number))

    def test_no_number_is_in_two_lists(self):
        for table in self.tables.values():
            numbers = [*table.allowed.values(), *table.checked.values(), *table.unknown.values()]
            self.assertEqual(len(numbers), len(set(numbers)))

    def test_another_architecture_ends_the_process(self):
        for table in self.tables.values():
            self.assertEqual("kill", decide(table, table.allowed["read"], audit=0x40000003))

    def test_files_open_for_reading_only(self):
        for table in self.tables.values():
            for flags in (0, 0o2000000, 0o100000, 0o200000, 0o4000, 0o400000):
                self.assertEqual("allow", decide(table, table.checked["openat"], 0, 0, flags))
            for flags in (1, 2, 0o100, 0o1000, 0o2000, 0o20200000, 0o10000000, 3, 0o102, 0x80000002):
                self.assertEqual(errno.EACCES, decide(table, table.checked["openat"], 0, 0, flags), oct(flags))

    def test_a_thread_may_be_made_and_no_process(self):
        ordinary = 0x3D0F00  # what the C library asks for in a new thread
        for table in self.tables.values():
            clone = table.checked["clone"]
            self.assertEqual("allow", decide(table, clone, ordinary))
            for flags in (0, 17, 0x1200011, 0x4111, 0x100, ordinary | 0x10000000, ordinary | 0x20000000,
                          ordinary | 0x02000000, ordinary | 0x1000, ordinary | 0x80):
                self.assertEqual(errno.EPERM, decide(table, clone, flags), hex(flags))
            self.assertEqual(errno.ENOSYS, decide(table, table.unknown["clone3"]))

    def test_signals_go_to_itself_only(self):
        for table in self.tables.values():
            for call in ("kill", "tgkill"):
                self.assertEqual("allow", decide(table, table.checked[call], PID, 9))
                for pid in (0, -1, 1, -PID, PID + 1):
                    self.assertEqual(errno.EPERM, decide(table, table.checked[call], pid, 9), pid)

    def test_limits_are_its_own_only(self):
        for table in self.tables.values():
            self.assertEqual("allow", decide(table, table.checked["prlimit64"], 0))
            self.assertEqual(errno.EPERM, decide(table, table.checked["prlimit64"], 1))

    def test_execve_takes_one_address_or_none(self):
        for table in self.tables.values():
            execve = table.checked["execve"]
            self.assertEqual("allow", decide(table, execve, LAUNCH))
            for address in (LAUNCH + 1, LAUNCH ^ 1 << 32, LAUNCH & 0xFFFFFFFF, 0):
                self.assertEqual(errno.EPERM, decide(table, execve, address))
            self.assertEqual(errno.EPERM, decide(table, execve, 0, launch=0))

    def test_no_signal_by_way_of_an_open_file_and_no_longer_life_than_the_supervisor(self):
        for table in self.tables.values():
            for command in (8, 10, 15, 1031, 1024):  # F_SETOWN F_SETSIG F_SETOWN_EX F_SETPIPE_SZ F_SETLEASE
                self.assertEqual(errno.EPERM, decide(table, table.checked["fcntl"], 0, command))
            for command in (0x8901, 0x5452, 0x5412):  # FIOSETOWN FIOASYNC TIOCSTI
                self.assertEqual(errno.ENOTTY, decide(table, table.checked["ioctl"], 0, command))
            for option in (1, 4, 22, 24, 38, 59):  # PDEATHSIG DUMPABLE SECCOMP CAPBSET_DROP ...
                self.assertEqual(errno.EPERM, decide(table, table.checked["prctl"], option))


if __name__ == "__main__":
    unittest.main()
