"""A person's way through notebook 01: a real browser opens JupyterLab, runs it on the tiny model and looks at the page.

The browser may talk to the server only. Screenshots stay in ELM4J_HOME/test-output.
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path

SETUP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SETUP))
from places import Places  # noqa: E402
from shell import end_group  # noqa: E402
from system_parts import find_chromium, find_libatomic  # noqa: E402

HOME = Places.of(dict(os.environ)).home
NOTEBOOK = next(iter(sorted((SETUP.parent / "notebooks").glob("01-*.ipynb"))), None)
TOKEN = "only-for-this-test"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
SECONDS = 240  # for a whole notebook
HOSTILE = "</script><img src=x onerror=\"window.hacked = 1\"><b>bold</b> 'quoted' \\ back ${hacked} \u202e\u05d0\u05d1 \u0007"

READY = """async () => {
  const context = jupyterapp.shell.currentWidget.sessionContext;
  await context.ready;
  await context.session.kernel.info;
}"""
# Notes every map that the cell shows while its prompt says that it runs: the colours of its squares, in order.
WATCH = """index => {
  const cell = document.querySelectorAll('.jp-Notebook .jp-Cell')[index];
  window.frames_seen = new Set();
  new MutationObserver(() => {
    const runs = cell.querySelector('.jp-InputPrompt').textContent.includes('*');
    const squares = [...cell.querySelectorAll('.jp-OutputArea-output td')].map(td => getComputedStyle(td).backgroundColor);
    if (runs && squares.length >= 100) window.frames_seen.add(squares.join());
  }).observe(cell, {childList: true, subtree: true, attributes: true, characterData: true});
}"""
DONE = """() => {
  const prompts = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')].map(p => p.textContent);
  const failed = document.querySelector('[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]');
  return failed !== null || (prompts.length > 0 && prompts.every(p => /\\d/.test(p)));
}"""


def free_port() -> int:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        return holder.getsockname()[1]


class Server:
    """JupyterLab on a folder of its own, with settings of its own."""

    def __init__(self, folder: Path):
        self.notebooks, self.port = folder / "notebooks", free_port()
        settings = folder / "settings/@jupyterlab/notebook-extension/tracker.jupyterlab-settings"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"windowingMode": "none"}))  # all cells stay in the page, not only those in view
        self.notebooks.mkdir()
        self.log = open(HOME / "test-output/jupyterlab.log", "wb")
        own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime",
               "JUPYTERLAB_SETTINGS_DIR": "settings"}
        environ = dict(os.environ, ELM4J_MODEL="tiny", **{name: str(folder / sub) for name, sub in own.items()})
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser",
             "--ServerApp.port=%d" % self.port, "--IdentityProvider.token=" + TOKEN,
             "--ServerApp.root_dir=%s" % self.notebooks],
            env=environ, stdout=self.log, stderr=subprocess.STDOUT, start_new_session=True)

    def url(self, path: str) -> str:
        return "http://localhost:%d/%s?token=%s" % (self.port, path, TOKEN)

    def await_start(self) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.url("api/status"), timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError("JupyterLab did not start; see %s" % self.log.name)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            end_group(self.process)
        self.log.close()


@unittest.skipUnless(NOTEBOOK, "no notebook 01")
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        chromium = find_chromium()
        if not chromium:
            raise unittest.SkipTest("Chromium is not installed")
        if not find_libatomic():
            raise unittest.SkipTest("libatomic, which playwright's driver needs, is not installed")
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            raise unittest.SkipTest("playwright is not installed") from None
        cls.pictures = HOME / "test-output"
        cls.pictures.mkdir(parents=True, exist_ok=True)
        folder = tempfile.mkdtemp(prefix="elm4j browser ")
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        cls.server = Server(Path(folder))
        cls.addClassCleanup(cls.server.stop)
        cls.server.await_start()
        playwright = sync_playwright().start()
        cls.addClassCleanup(playwright.stop)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        cls.addClassCleanup(browser.close)
        cls.context = browser.new_context(viewport={"width": 1300, "height": 1100})
        cls.outside = []
        cls.context.route(lambda url: not url.startswith(("http://localhost:", "data:", "blob:")), cls.refuse)
        cls.run_notebook_01()

    @classmethod
    def refuse(cls, route) -> None:
        cls.outside.append(route.request.url)
        route.abort()

    @classmethod
    def run_notebook_01(cls) -> None:
        """Opens, runs and saves notebook 01 once; the tests look at what came of it."""
        notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell.update(outputs=[], execution_count=None)
        cls.cells = {tag: i for i, cell in enumerate(notebook["cells"]) for tag in cell["metadata"].get("tags", [])}
        cls.page = cls.open("map.ipynb", notebook)
        cls.page.evaluate(WATCH, cls.cells["elm4j-run"])
        cls.run_all(cls.page)
        cls.frames = cls.page.evaluate("window.frames_seen.size")
        cls.page.evaluate("() => jupyterapp.commands.execute('docmanager:save')")

    @classmethod
    def open(cls, name: str, notebook: dict):
        """A page with a notebook whose kernel has answered."""
        (cls.server.notebooks / name).write_text(json.dumps(notebook), encoding="utf-8")
        page = cls.context.new_page()
        page.goto(cls.server.url("lab/workspaces/%s/tree/%s" % (name.split(".")[0], name)))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        page.evaluate(READY)
        return page

    @classmethod
    def run_all(cls, page) -> None:
        page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
        page.wait_for_function(DONE, timeout=SECONDS * 1000)

    def cell(self, tag: str, page=None):
        return (page or self.page).locator(".jp-Notebook .jp-Cell").nth(self.cells[tag])

    def keep(self, page, name: str) -> None:
        page.screenshot(path=str(self.pictures / name))

    def test_all_cells_run(self):
        self.keep(self.page, "notebook-end.png")
        errors = self.page.locator('[data-mime-type="application/vnd.jupyter.error"]').all_inner_texts()
        stray = self.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').all_inner_texts()
        self.assertEqual(errors + stray, [])

    def test_the_heatmap_changes_while_the_cell_runs(self):
        self.cell("elm4j-run").scroll_into_view_if_needed()
        self.keep(self.page, "live-heatmap.png")
        self.assertGreaterEqual(self.frames, 2)

    def test_the_figure_is_interactive_without_a_network(self):
        self.page.bring_to_front()  # a page in the background draws nothing
        cell = self.cell("elm4j-map")
        cell.scroll_into_view_if_needed()
        cell.locator("img").first.hover(force=True)  # it gives way to the figure at once
        figure = cell.locator(".heatmaplayer image").first
        figure.wait_for(state="attached", timeout=30_000)
        self.keep(self.page, "interactive-map.png")
        self.assertEqual(self.outside, [])

    def test_an_untrusted_copy_shows_the_picture(self):
        notebook = json.loads((self.server.notebooks / "map.ipynb").read_text(encoding="utf-8"))
        notebook["cells"].append({"cell_type": "raw", "id": "changed", "metadata": {}, "source": "changed elsewhere"})
        page = self.open("untrusted.ipynb", notebook)
        picture = self.cell("elm4j-map", page).locator("img").first
        picture.scroll_into_view_if_needed()
        self.keep(page, "untrusted-copy.png")
        self.assertFalse(page.evaluate("jupyterapp.shell.currentWidget.content.widgets.every(c => c.model.trusted)"))
        self.assertTrue(picture.get_attribute("src").startswith("data:image/png;base64,"))
        self.assertGreater(picture.evaluate("image => image.naturalWidth"), 200)

    def test_text_of_a_model_stays_text(self):
        page = self.open("hostile.ipynb", self.hostile_notebook())
        self.run_all(page)
        for figure in page.locator(".jp-OutputArea-output").all():
            figure.scroll_into_view_if_needed()
            figure.hover()
        self.keep(page, "hostile-text.png")
        text = page.locator(".jp-Notebook").inner_text()
        outputs = "\n".join(page.locator(".jp-OutputArea-output").all_inner_texts())
        self.assertNotIn("Exception", outputs)
        self.assertIn("</script><img src=x", outputs, text)
        self.assertIsNone(page.evaluate("window.hacked ?? null"))
        self.assertEqual(page.locator(".jp-OutputArea-output img[src='x']").count(), 0)

    @staticmethod
    def hostile_notebook() -> dict:
        """Shows hostile solutions in every way the toolkit has."""
        cells = (
            "String hostile = %s;" % json.dumps(HOSTILE),
            'var texts = Environment.of("hostile", (String s) -> Evaluation.of(1.0 / s.length(), s.length()))\n'
            '        .measures(Axis.of("length <b>", 0, 200).unit("<i>").bins(4))\n'
            '        .seeds(hostile, hostile + "\\n" + "long ".repeat(2000));\n'
            'var search = Elm.search(texts).operators(Crossover.lmx(Models.local(), 2)).name("hostile");',
            "var candidates = search.ask(2);\ncandidates", "search.tell(candidates, search.evaluate(candidates))",
            "search.archive()", "search.archive().best()", "Lineage.of(search, search.archive().best())",
        )
        code = [{"cell_type": "code", "id": "c%d" % i, "metadata": {}, "source": source, "outputs": [],
                 "execution_count": None} for i, source in enumerate(cells)]
        spec = {"name": "elm4j", "display_name": "Java (ELM4J)", "language": "java"}
        return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": spec}, "cells": code}


if __name__ == "__main__":
    unittest.main()
