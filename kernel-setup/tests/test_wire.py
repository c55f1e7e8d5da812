"""What cells of the real kernel show: every value draws itself, also in a kernel of JJava's own.

ELM4J_STOCK_KERNEL names the kernelspec of JJava itself (default `java`); ELM4J_REPOSITORY a Maven repository that holds the
toolkit, where it is not the user's own.
"""
import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from wire import FIGURE, HTML, PNG, SPHERE, TEXT, Kernel, Wire

VERSION = "0.1.0"


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
