"""The real kernel over its wire: what cells show, what an interrupt and a kill leave behind, what a mistake looks like.

Run inside the set-up's virtual environment: `python -m unittest test_wire`. ELM4J_KERNEL names the kernelspec (default
`elm4j`); ELM4J_STOCK_KERNEL the one of JJava itself (default `java`); ELM4J_REPOSITORY a Maven repository that holds the
toolkit, where it is not the user's own.
"""
import json
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

PATIENCE = 120
PLOTLY, HTML, PNG, TEXT = "application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain"
FIGURE = {PLOTLY, HTML, PNG, TEXT}
VERSION = "0.1.0"

SPHERE = 'var search = Elm.search(Functions.sphere(2)).operators(Gaussian.of(0.5)).name("%s").seed(7);'
# The sphere function, at a pace at which there is something to interrupt.
SLOW = """var slow = Environment.of("slow sphere", (double[] x) -> {
    java.util.concurrent.locks.LockSupport.parkNanos(500_000);
    return Evaluation.of(-x[0] * x[0] - x[1] * x[1], x[0], x[1]);
}).measures(Axis.of("x", -5, 5), Axis.of("y", -5, 5)).seeds(new double[] {1, 1});
var search = Elm.search(slow).operators(Gaussian.of(0.5)).name("%s").seed(7);"""
OPINIONS = """var model = Models.tiny();
var search = Elm.search(Opinions.about("a restaurant meal", model)).operators(Crossover.lmx(model, 4))
        .batch(4).name("%s").seed(7);"""


class Cell:
    """What one cell has brought: its messages in order, and those that came for other cells meanwhile."""

    def __init__(self):
        self.messages, self.others, self.reply, self.took, self.request = [], [], None, 0.0, None

    def of(self, *kinds):
        return [m for m in self.messages if m["msg_type"] in kinds]

    @property
    def results(self):
        return [m["content"]["data"] for m in self.of("execute_result")]

    @property
    def shown(self):
        return [m["content"]["data"] for m in self.of("execute_result", "display_data", "update_display_data")]

    @property
    def text(self):
        return "\n".join(data[TEXT] for data in self.shown)

    @property
    def errors(self):
        return [m["content"] for m in self.of("error")]


class Kernel:
    """One kernel, in a folder of its own."""

    def __init__(self, folder, name=None, **variables):
        self.manager = KernelManager(kernel_name=name or os.environ.get("ELM4J_KERNEL", "elm4j"))
        self.manager.start_kernel(
            cwd=str(folder), env=dict(os.environ, **variables), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def run(self, code, interrupt_after=None, linger=0.0):
        """Runs a cell to its end; `linger` listens on for so many seconds."""
        cell, begin = Cell(), time.monotonic()
        request, idle = self.client.execute(code), None
        cell.request = request
        while cell.reply is None or idle is None or time.monotonic() < idle + linger:
            if time.monotonic() > begin + PATIENCE:
                raise AssertionError("no end after %d s: %s" % (PATIENCE, code))
            if interrupt_after is not None and cell.reply is None and time.monotonic() > begin + interrupt_after:
                self.manager.interrupt_kernel()
                interrupt_after += 1  # pressed while the cell was still being compiled, it has no effect
            message = self._next(self.client.get_iopub_msg, 0.05)
            if message is None:
                pass
            elif message["parent_header"].get("msg_id") != request:
                if message["msg_type"] != "status":
                    cell.others.append(message)
            elif message["msg_type"] == "status":
                idle = time.monotonic() if message["content"]["execution_state"] == "idle" else idle
            elif message["msg_type"] != "execute_input":
                message["at"] = time.monotonic() - begin
                cell.messages.append(message)
            reply = self._next(self.client.get_shell_msg, 0.005) if cell.reply is None else None
            if reply is not None and reply["parent_header"].get("msg_id") == request:
                cell.reply, cell.took = reply["content"], time.monotonic() - begin
        return cell

    @staticmethod
    def _next(channel, seconds):
        try:
            return channel(timeout=seconds)
        except queue.Empty:
            return None

    def value(self, expression):
        """The text of an expression's value."""
        cell = self.run(expression)
        if cell.errors:
            raise AssertionError(cell.errors[0]["evalue"])
        return cell.results[-1][TEXT]

    def process(self):
        return self.manager.provisioner.pid

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def journal(folder, name):
    """The candidates of a journal; fails if a line is torn."""
    lines = (Path(folder) / "runs" / name / "journal.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines][1:]


class Wire(unittest.TestCase):
    """A kernel per class."""

    variables = {}

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="elm4j wire ")
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        cls.kernel = Kernel(cls.folder, **cls.variables)
        cls.addClassCleanup(cls.kernel.close)

    def succeed(self, code, **how):
        cell = self.kernel.run(code, **how)
        self.assertEqual(cell.reply["status"], "ok", cell.errors)
        self.assertEqual(cell.of("stream"), [], "nothing is printed")
        return cell


class Displays(Wire):
    """Every value that a cell can end with draws itself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(SPHERE % "displays")
        cls.kernel.run("search.run(200)")

    def forms(self, code):
        results = self.succeed(code).results
        self.assertEqual(len(results), 1, code)
        return set(results[0])

    def test_figures_have_all_four_forms(self):
        for code in ("search.archive()", "Plots.archive(search)", "Plots.archive(search.archive(), 0, 100)",
                     "Plots.progress(search)", "Archive.<String>of(Tessellation.grid(Axis.of(\"length\", 0, 10)))"):
            with self.subTest(code):
                self.assertEqual(self.forms(code), FIGURE)

    def test_a_single_elite_and_a_batch_say_what_was_measured(self):
        for code in ("search.archive().best()", "search.archive().elites().get(0)",
                     "var c = search.ask(3); search.evaluate(c)",
                     "var c = search.ask(3); search.tell(c, search.evaluate(c))"):
            with self.subTest(code):
                data = self.succeed(code).results[0]
                for form in (data[HTML], data[TEXT]):
                    self.assertNotIn("measure 1", form)
                    self.assertRegex(re.sub(r"\s+", " ", form), "first")

    def test_texts_have_eighty_columns_and_whole_titles(self):
        for code in ("search", "search.run(10)", "var c = search.ask(3); search.tell(c, search.evaluate(c))",
                     "Tables.history(search)", "Tables.commits(search)", "Runs.list()", "search.setup()"):
            with self.subTest(code):
                text = self.succeed(code).results[0][TEXT]
                self.assertLessEqual(max(map(len, text.splitlines())), 80)
                self.assertNotRegex(text, r"objec\u2026|candid\u2026|measur\u2026")

    def test_a_report_has_no_map_and_says_how_candidates_failed(self):
        cell = self.succeed('var half = Environment.of("half", (double[] x) -> { if (x[0] < 0)'
                            ' throw new IllegalStateException("cold"); return Evaluation.of(1, x[0]); })'
                            '.measures(Axis.of("x", 0, 1)).seeds(new double[] {-1}, new double[] {1});'
                            'Elm.search(half).operators(Gaussian.of(1)).batch(2).run(2)')
        self.assertIn("1 of 2: 1 threw", cell.results[0][TEXT])
        self.assertNotIn("coverage", cell.results[0][TEXT])

    def test_figures_are_light_enough_to_be_kept_in_a_notebook(self):
        for code in ("search.archive()", "Plots.progress(search)"):
            data = self.succeed(code).results[0]
            self.assertLess(len(data[HTML]) + len(data[PNG]), 80_000, code)

    def test_values_have_html_and_text(self):
        for code in ("search", "search.progress()", "search.run(10)", "search.ask(3)",
                     "var c = search.ask(3); search.evaluate(c)",
                     "var c = search.ask(3); search.tell(c, search.evaluate(c))",
                     "Tables.history(search)", "Tables.elites(search)", "Tables.commits(search)", "Runs.list()",
                     "Runs.latest()", "search.setup()", "search.record().commits().get(3)", "search.ask(2).list().get(0)",
                     "Lineage.of(search, search.archive().best())"):
            with self.subTest(code):
                self.assertLessEqual({HTML, TEXT}, self.forms(code))

    def test_a_text_is_shown_as_it_is(self):
        self.assertEqual(self.succeed('"<b>"').results, [{TEXT: "<b>"}])

    def test_a_value_that_a_cell_declares_draws_itself(self):
        self.succeed("record Mine(int n) implements dev.elm4j.kernel.Drawn { public dev.elm4j.plot.Bundle bundle() {"
                     ' return dev.elm4j.plot.Bundle.text("n is " + n).html("<b>" + n + "</b>"); } }')
        self.assertEqual(self.succeed("new Mine(3)").results, [{TEXT: "n is 3", HTML: "<b>3</b>"}])

    def test_what_a_model_wrote_is_text_everywhere(self):
        evil = "</script><img src=x onerror=alert(1)>\\u202e\\u0000\\n\\\"'"
        self.succeed('var evil = Environment.of("evil", (String s) -> Evaluation.of(1, s.length()))'
                     '.measures(Axis.of("length", 0, 100)).seeds("%s");'
                     'var hunt = Elm.search(evil).operators(Crossover.lmx(Models.scripted(p -> "%s more of it"), 1))'
                     '.name("evil");' % (evil, evil))
        for code in ("hunt.run(5)", "hunt.archive()", "Tables.commits(hunt)", "Lineage.of(hunt, 3)", "hunt.ask(2)"):
            with self.subTest(code):
                for data in self.succeed(code).shown:
                    self.assertNotIn("<img src=x", data.get(HTML, ""))


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
    """Twenty interrupts at random moments leave everything whole."""

    def interrupted(self, name, longest, times=20):
        moments = random.Random(20)
        self.succeed("search.run(20)")
        total, requests, places = 20, [], set()
        for _ in range(times):
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


class Mistakes(Wire):
    """A wrong input is answered by one clear sentence, first, and by few lines after it."""

    variables = {"ELM4J_MODEL": "/no/such/model.gguf"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(SPHERE % "mistakes")
        cls.kernel.run("search.run(20)")

    def wrong(self, code, *words):
        cell = self.kernel.run(code)
        self.assertEqual(cell.reply["status"], "error", cell.text)
        self.assertEqual(cell.of("stream"), [])
        lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in cell.errors[0]["traceback"]]
        for word in words:
            self.assertIn(word, lines[0])
        self.assertRegex(lines[0], r"[.!?)]$", "a sentence has an end")
        self.assertLessEqual(len(lines), 6, lines)
        self.assertNotRegex("\n".join(lines), r"jdk\.|org\.dflib|sun\.|Caused by")

    def test_a_run_of_less_than_one_candidate(self):
        self.wrong("search.run(-1)", "at least 1", "-1")
        self.wrong("search.ask(0)", "at least 1", "0")

    def test_a_batch_that_was_told_before(self):
        self.kernel.run("var c = search.ask(3); var e = search.evaluate(c); search.tell(c, e);")
        self.wrong("search.tell(c, e)", "told before")

    def test_a_budget_of_nothing(self):
        self.wrong("Budget.candidates(0)", "at least 1", "was 0")

    def test_an_axis_that_is_none(self):
        self.wrong('Axis.of("x", 1, 0)', "min < max", "[1.0, 0.0]")
        self.wrong('Axis.of("x", 0, 1).bins(0)', "at least 1 bin")

    def test_axes_that_the_problem_does_not_measure(self):
        self.wrong('search.axes(Axis.of("unknown", 0, 1)).run(10)', "measures first half, second half", "unknown")

    def test_a_file_that_is_no_model(self):
        self.kernel.run('java.nio.file.Files.writeString(java.nio.file.Path.of("foreign.gguf"), "no model at all");')
        self.wrong('Models.local("foreign.gguf")', "foreign.gguf", "not a GGUF file")
        self.assertEqual(self.kernel.value("1 + 1"), "2")

    def test_no_operator_and_no_axes(self):
        self.wrong("Elm.search(Functions.sphere(2)).run(10)", "no operator", ".operators(")
        self.wrong('Elm.search(Environment.of("e", (String s) -> Evaluation.of(1)).seeds("a"))'
                   '.operators(Crossover.lmx(Models.scripted(p -> p), 2)).run(10)', "no axes", ".axes(")

    def test_no_model(self):
        self.wrong("Models.local()", "ELM4J_MODEL", "/no/such/model.gguf")
        self.wrong("Crossover.lmx(null, 4)", "needs a model", "Models.local()")
        self.wrong('Opinions.about("a restaurant meal", null)', "need a model", "Models.local()")
        self.wrong('Models.local("no such.gguf")', "no such.gguf", "Models.tiny()")

    def test_an_environment_that_throws_is_a_counted_failure_that_says_why(self):
        cell = self.kernel.run('var throwing = Environment.of("throwing", (double[] x) -> { if (x[0] < 100)'
                               ' throw new IllegalStateException("the oven is cold"); return Evaluation.of(1, 1); })'
                               '.measures(Axis.of("x", 0, 1)).seeds(new double[] {1});'
                               'Elm.search(throwing).operators(Gaussian.of(1)).run(10)')
        self.assertEqual(cell.reply["status"], "ok", cell.errors)
        self.assertIn("the oven is cold", cell.results[0][HTML])

    def test_a_run_that_is_not_there(self):
        self.wrong('Runs.get("nobody")', "'nobody'", "mistakes")

    def test_an_elite_that_is_not_there(self):
        self.wrong("Lineage.of(search, 1_000_000)", "no candidate 1000000")

    def test_a_folder_that_cannot_be_written(self):
        self.wrong('Runs.home(java.nio.file.Path.of("/proc/none")); search.seed(99).run(10)', "Runs.home(")
        self.kernel.run('Runs.home(java.nio.file.Path.of("runs"));')


class Stock(unittest.TestCase):
    """JJava as it comes loads the toolkit by one line."""

    def test_the_maven_line_brings_names_and_renderers_and_leaves_variables_alone(self):
        name = os.environ.get("ELM4J_STOCK_KERNEL", "java")
        if name not in KernelSpecManager().find_kernel_specs():
            self.skipTest("there is no kernelspec '%s'" % name)
        repository = os.environ.get("ELM4J_REPOSITORY", "")
        jar = Path(repository or Path.home() / ".m2/repository") / ("dev/elm4j/elm4j/%s/elm4j-%s.jar" % (VERSION, VERSION))
        if not jar.exists():
            self.skipTest("the toolkit is in no local repository: %s" % jar)
        folder = tempfile.mkdtemp(prefix="elm4j stock ")
        self.addCleanup(shutil.rmtree, folder, True)
        kernel = Kernel(folder, name)
        self.addCleanup(kernel.close)
        kernel.run('String kept = "kept";')
        lines = "%%mavenRepo toolkit file://%s\n" % repository if repository else ""
        cell = kernel.run(lines + "%%maven dev.elm4j:elm4j:%s" % VERSION)
        self.assertEqual(cell.reply["status"], "ok", cell.errors)
        self.assertEqual(cell.of("stream"), [])
        cell = kernel.run(SPHERE % "stock")
        self.assertEqual(cell.reply["status"], "ok", cell.errors)
        cell = kernel.run("search.run(50)")
        self.assertEqual(cell.of("stream"), [])
        self.assertTrue(cell.of("update_display_data"))
        self.assertEqual(set(kernel.run("search.archive()").results[0]), FIGURE)
        self.assertEqual(kernel.value("kept"), "kept")


if __name__ == "__main__":
    unittest.main()
