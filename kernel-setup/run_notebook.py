"""Executes a notebook on the kernel `elm4j`, a line a cell: python run_notebook.py NOTEBOOK FOLDER

Runs in the set-up's virtual environment. The executed notebook and its picture are written to FOLDER, which is also the
kernel's working folder. The cell tagged `elm4j-summary` holds coverage, QD score and the best solutions as text; the
cell tagged `elm4j-map` holds the picture (without one, the last picture of the notebook is taken).
"""
import base64
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

LIMIT = 900  # seconds a cell may take
LIVE = sys.stdout.isatty()


def execute(notebook, folder: Path, watch=lambda *_: None):
    """Executes all cells of a notebook in place; `watch` hears of each code cell before and after."""
    client = NotebookClient(notebook, kernel_name="elm4j", timeout=LIMIT, startup_timeout=120, record_timing=False,
                            coalesce_streams=True, shutdown_kernel="immediate", resources={"metadata": {"path": str(folder)}})
    start = time.monotonic()
    with open(folder / "kernel.log", "wb") as log, client.setup_kernel(stdout=log, stderr=log):
        watch("kernel", None, time.monotonic() - start)
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                watch("before", cell, 0)
                start = time.monotonic()
                client.execute_cell(cell, index)
                watch("after", cell, time.monotonic() - start)
    return notebook


class Progress:
    """Prints a line a cell: its number, its first line of code, its seconds."""

    def __init__(self, notebook):
        self.cells = [id(cell) for cell in notebook.cells if cell.cell_type == "code"]

    def __call__(self, event: str, cell, seconds: float) -> None:
        if event == "kernel":
            print("  kernel started  %5.1f s" % seconds, flush=True)
            return
        number = self.cells.index(id(cell)) + 1
        text = "  cell %2d of %2d   %s  %s" % (
            number, len(self.cells), "%5.1f s" % seconds if event == "after" else "  ...  ", title(cell))
        if event == "after":
            print(("\r\033[K" if LIVE else "") + text, flush=True)
        elif LIVE:
            print("\r\033[K" + text, end="", flush=True)


def title(cell) -> str:
    """The first line that says something."""
    lines = [line.strip() for line in cell.source.splitlines()]
    said = [line for line in lines if line and not line.startswith(("import ", "%"))] or lines or [""]
    return said[0].lstrip("/ ")[:70]


def tagged(notebook, tag: str) -> list:
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


def outputs(cells, mime: str) -> list:
    """The outputs of one MIME type, in order."""
    data = (output.get("data", {}) for cell in cells for output in cell.get("outputs", []))
    return [bundle[mime] for bundle in data if mime in bundle]


def summary(notebook) -> str:
    cells = tagged(notebook, "elm4j-summary")
    printed = ["".join(o.text) for cell in cells for o in cell.get("outputs", []) if o.output_type == "stream"]
    values = ["".join(text) for text in outputs(cells, "text/plain")]
    return "\n".join(text.rstrip() for text in ["".join(printed)] + values if text.strip())


def picture(notebook) -> bytes:
    cells = tagged(notebook, "elm4j-map") or notebook.cells
    pictures = outputs(cells, "image/png")
    return base64.b64decode("".join(pictures[-1])) if pictures else b""


def report(notebook, source: Path, folder: Path) -> None:
    target, image = folder / source.name, picture(notebook)
    nbformat.write(notebook, str(target))
    print("\n%s\n" % (summary(notebook) or "The notebook has no summary."))
    print("Notebook: %s" % target)
    if image:
        (folder / "map.png").write_bytes(image)
        print("Picture:  %s" % (folder / "map.png"))


def reason(error: Exception) -> str:
    """What went wrong, without the kernel's own calls."""
    if isinstance(error, CellExecutionError):
        return "%s: %s" % (error.ename, error.evalue)
    return str(error)


def main(source: Path, folder: Path) -> int:
    notebook = nbformat.read(str(source), as_version=4)
    try:
        execute(notebook, folder, Progress(notebook))
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as e:
        nbformat.write(notebook, str(folder / source.name))
        print("\n%s\nA cell failed; the notebook so far: %s" % (reason(e), folder / source.name))
        return 1
    except RuntimeError as e:  # nbclient's word for a kernel that never answered
        print("The kernel did not start: %s\nWhat it said is in %s. Run: elm4j.py doctor" % (e, folder / "kernel.log"))
        return 1
    report(notebook, source, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
