# tries: to clear the table of modules and of imported paths
# honest: VALID, EXIT, EXCEPTION
import sys


def run(bait):
    sys.modules.clear()
    sys.path_importer_cache.clear()
    sys.meta_path.clear()
    del sys.path[:]
    return {"answered": {1, 2}}
