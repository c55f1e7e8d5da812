# tries: to leave a daemon: double fork, a session of its own, spawn, multiprocessing
# honest: VALID
# never: ^left
import os


def twice():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            import time
            time.sleep(30)
        os._exit(0)


def pool():
    import multiprocessing
    multiprocessing.get_context("fork").Process(target=os.getpid, daemon=True).start()


def futures():
    import concurrent.futures
    concurrent.futures.ProcessPoolExecutor(1).submit(os.getpid).result(1)


def terminal():
    import pty
    pty.fork()


def run(bait):
    done = []
    for act in (twice, pool, futures, terminal, lambda: os.posix_spawn("/bin/sleep", ["sleep", "30"], {}), os.forkpty,
                lambda: os.spawnv(os.P_NOWAIT, "/bin/sleep", ["sleep", "30"]), lambda: os.popen("sleep 30").close()):
        try:
            act()
            done.append(getattr(act, "__name__", "?"))
        except (OSError, ImportError, RuntimeError):
            pass
    return "left " + ", ".join(done) if done else "refused"
