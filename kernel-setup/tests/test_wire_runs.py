"""A run in the real kernel: its live display, and what an interrupt and a kill leave behind."""
import os
import random
import shutil
import signal
import tempfile
import time
import unittest
from pathlib import Path

from wire import FIGURE, HTML, OPINIONS, PATIENCE, SLOW, SPHERE, TEXT, Kernel, Wire, journal


class Live(Wire):
    """The display of a run that is under way."""

    def test_the_map_changes_in_its_place_while_the_cell_runs(self):
        self.succeed(SLOW % "live")
        cell = self.succeed("search.run(4_000);", linger=1.0)
        first, updates = cell.of("display_data"), cell.of("update_display_data")
        self.assertEqual(len(first), 1)
        self.assertGreaterEqual(len(updates), 3)
        self.assertLessEqual(len(updates), 2 * cell.took + 2, "two frames a second, and the last one")
        places = {m["content"]["transient"]["display_id"] for m in first + updates}
        self.assertEqual(len(places), 1)
        htmls = [m["content"]["data"][HTML] for m in first + updates]
        self.assertEqual(len(set(htmls)), len(htmls), "no frame equals another")
        self.assertLess(max(map(len, htmls)), 100_000)
        self.assertLessEqual(updates[-1]["at"], cell.took + 0.5, "the last frame comes before the cell ends")
        self.assertEqual(cell.others, [])

    def test_a_clock_goes_on_while_nothing_is_committed(self):
        cell = self.succeed(SLOW.replace("500_000", "600_000_000") % "clock" + "search.run(10);", linger=1.0)
        frames = cell.of("display_data", "update_display_data")
        self.assertIn("0 of 10 candidates", frames[0]["content"]["data"][TEXT])
        self.assertLess(frames[0]["at"], cell.took - 5, "the first frame comes before the first batch")
        waiting = [m["content"]["data"][TEXT] for m in frames if "0 of 10 candidates" in m["content"]["data"][TEXT]
                   and "10 of 10" not in m["content"]["data"][TEXT]]
        self.assertGreaterEqual(len(waiting), 3)
        self.assertEqual(len(set(waiting)), len(waiting))

    def test_a_cell_that_ran_again_goes_on_and_says_so(self):
        for _ in range(2):
            self.succeed(SPHERE % "again")
            cell = self.succeed("search.run(20)")
        self.assertIn("'again' goes on with its 20 candidates", cell.text)
        self.assertEqual(self.kernel.value("search.progress().candidates()"), "40")

    def test_another_configuration_takes_the_next_name_and_says_so(self):
        self.succeed(SPHERE % "taken")
        self.succeed("search.run(10)")
        cell = self.succeed("search.seed(8).run(10)")
        self.assertIn("this run is 'taken-2'", cell.text)

    def test_a_lost_variable_is_found_again(self):
        self.succeed(SPHERE % "lost")
        self.succeed("search.run(10)")
        self.succeed("search = null;")
        self.succeed("search = Runs.latest();")
        self.succeed("search.run(10)")
        self.assertEqual(self.kernel.value('Runs.get("lost").progress().candidates()'), "20")


class Interrupts(Wire):
    """Interrupts at random moments leave everything whole; twenty in the long form."""

    TIMES = 20 if os.environ.get("ELM4J_LONG") else 8

    def interrupted(self, name, longest):
        moments = random.Random(20)
        self.succeed("search.run(20)")
        total, requests, places = 20, [], set()
        for _ in range(self.TIMES):
            cell = self.kernel.run("search.run(10_000)", interrupt_after=moments.uniform(0.0, longest))
            requests.append(cell.request)
            self.assertEqual(cell.reply["status"], "error")
            self.assertIn("nterrupted", cell.errors[0]["ename"])
            after = self.kernel.run('"after"', linger=0.3)
            places |= {m["content"]["transient"]["display_id"] for m in cell.of("display_data") + after.others
                       if m["msg_type"] == "display_data"}
            results = after.of("execute_result", "display_data")
            self.assertEqual([m["content"]["data"][TEXT] for m in results], ["after"], "a later cell shows only its own")
            for message in after.of("update_display_data"):  # it may bring the last frame, to the place that it names
                self.assertIn(message["content"]["transient"]["display_id"], places)
            self.assertEqual(after.of("stream"), [])
            for message in cell.others + after.others:  # the last frame may come late, but to its own cell
                self.assertIn(message["parent_header"]["msg_id"], requests)
                self.assertIn(message["msg_type"], ("display_data", "update_display_data"))
            committed = int(self.kernel.value("search.progress().candidates()"))
            self.assertGreaterEqual(committed, total)
            total = committed
        last = self.succeed("search.run(20)")
        self.assertEqual(self.kernel.value("search.progress().candidates()"), str(total + 20))
        self.assertTrue(last.results)
        numbers = [line["candidate"] for line in journal(self.folder, name)]
        self.assertEqual(numbers, list(range(total + 20)))
        self.assertEqual(self.kernel.value(
            "dev.elm4j.journal.Journal.view(Runs.home().resolve(\"%s\")).archive().statistics()"
            ".equals(search.archive().statistics())" % name), "true", "archive and journal agree")

    def test_a_function(self):
        self.succeed(SLOW % "function")
        self.interrupted("function", 0.8)
        self.assertGreater(len(journal(self.folder, "function")), 100, "something was done between the interrupts")

    def test_a_model_stops_at_the_next_token(self):
        cell = self.kernel.run(OPINIONS % "model")
        if cell.errors and "no tiny model" in cell.errors[0]["evalue"]:
            self.skipTest("there is no tiny model")
        self.assertEqual(cell.reply["status"], "ok", cell.errors)
        self.interrupted("model", 1.5)


class Killed(unittest.TestCase):
    """A kernel that is killed in mid-run loses nothing that was committed."""

    def test_the_journal_ends_as_if_nothing_had_happened(self):
        folder = tempfile.mkdtemp(prefix="elm4j killed ")
        self.addCleanup(shutil.rmtree, folder, True)
        kernel = Kernel(folder)
        self.addCleanup(kernel.close)
        kernel.run(SLOW % "killed")
        request = kernel.client.execute("search.run(10_000)")
        self.assertTrue(request)
        end = time.monotonic() + PATIENCE
        while not (Path(folder) / "runs/killed/journal.jsonl").exists() or len(self.whole(folder)) < 300:
            self.assertLess(time.monotonic(), end)
            time.sleep(0.02)
        os.kill(kernel.process(), signal.SIGKILL)
        committed = len(self.whole(folder))
        kernel.close()

        again = Kernel(folder)
        self.addCleanup(again.close)
        view = again.run('Runs.get("killed")')
        self.assertEqual(set(view.results[0]), FIGURE)
        self.assertIn("killed", view.text)
        refused = again.run('Runs.get("killed").run(10)')
        self.assertIn("Run the cell that builds its search again", refused.errors[0]["evalue"])
        again.run(SLOW % "killed")
        resumed = int(again.value("search.progress().candidates()"))
        self.assertGreaterEqual(resumed, committed // 10 * 10)
        goal = resumed + 200
        again.run("search.run(200)")
        again.run(SLOW % "undisturbed")
        again.run("search.run(%d)" % goal)
        runs = Path(folder) / "runs"
        self.assertEqual((runs / "killed/journal.jsonl").read_bytes(), (runs / "undisturbed/journal.jsonl").read_bytes())

    @staticmethod
    def whole(folder):
        return (Path(folder) / "runs/killed/journal.jsonl").read_bytes().splitlines()[1:-1]


if __name__ == "__main__":
    unittest.main()
