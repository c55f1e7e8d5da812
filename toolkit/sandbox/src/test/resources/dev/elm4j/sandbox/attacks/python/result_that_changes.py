# tries: to change its value while it is being written
# honest: VALID, EXCEPTION, RESULT_TOO_LARGE
# cpu: 600
import threading

VALUES = {"x": list(range(5000))}


def change():
    i = 0
    while True:
        i += 1
        VALUES[str(i % 97)] = list(range(i % 300))
        VALUES["x"].append(i)
        if len(VALUES["x"]) > 8000:
            del VALUES["x"][:5000]


def run(bait):
    threading.Thread(target=change, daemon=True).start()
    return VALUES
