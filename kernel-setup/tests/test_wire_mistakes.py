"""What a mistake looks like in a cell of the real kernel."""
import re
import unittest

from wire import HTML, SPHERE, Wire


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


if __name__ == "__main__":
    unittest.main()
