"""The notebooks on the real kernel: every cell runs, every figure is whole, and the map of notebook 01 fills.

Also reads the notebooks as they are committed, because that is what a viewer on the web shows.
"""
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import nbformat

SETUP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SETUP))
from places import Places  # noqa: E402
import run_notebook  # noqa: E402

MODEL = Places.of(dict(os.environ)).model
NOTEBOOKS = sorted((SETUP.parent / "notebooks").glob("*.ipynb"))
PLOTLY = "application/vnd.plotly.v1+json"
FIGURE = {PLOTLY, "text/html", "image/png", "text/plain"}
# Cells of notebook 01's map (of 100) and its QD score, well under what any of its seeds reaches.
BOUNDS = {"tiny": (40, 25.0), "default": (55, 38.0)}
NUMBER = r"(\d+(?:\.\d+)?)"


def coverage(summary: str) -> float:
    """The percentage of cells filled, however the summary words it: "75 of 100 cells", "coverage 75 %", "0.75"."""
    cells = re.search(NUMBER + r"\s*(?:of|/)\s*(?:the\s+)?" + NUMBER + r"\s*cells", summary)
    if cells:
        return 100 * float(cells.group(1)) / float(cells.group(2))
    share = re.search(r"coverage\D{0,5}" + NUMBER + r"\s*(%?)", summary, re.I)
    return float(share.group(1)) * (1 if share.group(2) else 100) if share else float("nan")


def score(summary: str) -> float:
    found = re.search(r"QD.?score\D{0,5}" + NUMBER, summary, re.I)
    return float(found.group(1)) if found else float("nan")


def results(notebook) -> list:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


class Executed:
    """What must hold of a notebook after its cells have run on a model."""

    model, source, notebook = "", None, None

    @classmethod
    def setUpClass(cls):
        if cls.model == "default" and not MODEL.exists():
            raise unittest.SkipTest("the default model is not installed")
        folder = tempfile.TemporaryDirectory(prefix="elm4j notebook ")
        cls.addClassCleanup(folder.cleanup)
        cls.notebook = nbformat.read(str(cls.source), as_version=4)
        with mock.patch.dict(os.environ, ELM4J_MODEL="tiny" if cls.model == "tiny" else str(MODEL)):
            run_notebook.execute(cls.notebook, Path(folder.name))

    def test_no_cell_fails(self):
        self.assertEqual([o.evalue for o in results(self.notebook) if o.output_type == "error"], [])

    def test_nothing_is_said_on_stderr(self):
        self.assertEqual([o.text for o in results(self.notebook) if o.get("name") == "stderr"], [])

    def test_every_figure_is_there_for_every_viewer(self):
        figures = [set(o.data) for o in results(self.notebook) if PLOTLY in o.get("data", {})]
        self.assertTrue(figures, "no figure at all")
        for mimes in figures:
            self.assertLessEqual(FIGURE, mimes)

    def test_every_value_has_a_text(self):
        for output in results(self.notebook):
            if "data" in output:
                self.assertTrue("".join(output.data.get("text/plain", "")).strip(), sorted(output.data))


class MapOfOpinions(Executed):
    """Notebook 01."""

    source = NOTEBOOKS[0] if NOTEBOOKS else None

    def test_the_map_fills(self):
        cells, qd = BOUNDS[self.model]
        summary = run_notebook.summary(self.notebook)
        self.assertGreaterEqual(coverage(summary), cells, summary)
        self.assertGreaterEqual(score(summary), qd, summary)

    def test_there_is_a_picture(self):
        self.assertTrue(run_notebook.picture(self.notebook).startswith(b"\x89PNG"))


@unittest.skipUnless(NOTEBOOKS, "no notebook")
class OnTheTinyModel(MapOfOpinions, unittest.TestCase):
    model = "tiny"


@unittest.skipUnless(NOTEBOOKS, "no notebook")
class OnTheDefaultModel(MapOfOpinions, unittest.TestCase):
    model = "default"


class OperatorsAndJudges(Executed):
    """Notebook 02."""

    source = NOTEBOOKS[1] if len(NOTEBOOKS) > 1 else None

    def test_the_offline_run_gives_the_same_bytes(self):
        self.assertIn("the same, byte for byte", run_notebook.summary(self.notebook))

    def test_there_is_a_picture(self):
        self.assertTrue(run_notebook.picture(self.notebook).startswith(b"\x89PNG"))


@unittest.skipUnless(len(NOTEBOOKS) > 1, "no second notebook")
class OperatorsAndJudgesOnTheTinyModel(OperatorsAndJudges, unittest.TestCase):
    model = "tiny"


@unittest.skipUnless(len(NOTEBOOKS) > 1 and os.environ.get("ELM4J_LONG"), "the default model only in the long form (--long)")
class OperatorsAndJudgesOnTheDefaultModel(OperatorsAndJudges, unittest.TestCase):
    model = "default"


class Committed(unittest.TestCase):
    def test_notebooks_are_committed_executed_in_order(self):
        for source in NOTEBOOKS:
            cells = [c for c in nbformat.read(str(source), as_version=4).cells if c.cell_type == "code"]
            self.assertEqual([c.execution_count for c in cells], list(range(1, len(cells) + 1)), source.name)

    def test_a_viewer_without_scripts_sees_pictures(self):
        for source in NOTEBOOKS:
            notebook = nbformat.read(str(source), as_version=4)
            self.assertTrue(run_notebook.outputs(notebook.cells, "image/png"), source.name)
            self.assertEqual([o for o in results(notebook) if o.output_type == "error"], [])

    def test_no_path_of_a_persons_machine_is_committed(self):
        for source in NOTEBOOKS:
            self.assertNotRegex(source.read_text(encoding="utf-8"), r"/(?:home|root|Users|work)/\w")


class Reading(unittest.TestCase):
    """The summary is worded for people; these are the wordings that are understood."""

    def test_coverage(self):
        for text in ("75 of 100 cells", "coverage 75.0 %", "Coverage: 0.75", "75/100 cells, QD score 40"):
            self.assertEqual(coverage(text), 75, text)

    def test_score(self):
        for text in ("QD score 47.1", "QD score: 47.1, best 0.99", "qdScore=47.1"):
            self.assertEqual(score(text), 47.1, text)


if __name__ == "__main__":
    unittest.main()
