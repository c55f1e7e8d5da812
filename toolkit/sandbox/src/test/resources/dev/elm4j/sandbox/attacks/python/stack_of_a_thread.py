# tries: a thread with a stack as large as its memory, and recursion in it past all limits
# honest: VALID, MEMORY_LIMIT, EXCEPTION, CRASH, STACK_OVERFLOW, TIMEOUT
# memory: 256
# cpu: 2000
import sys
import threading


def down(depth):
    return down(depth + 1) + 1 if depth < 10 ** 7 else 0


def run(bait):
    sys.setrecursionlimit(10 ** 9)
    threading.stack_size(200 << 20)
    thread = threading.Thread(target=down, args=(0,))
    thread.start()
    thread.join()
    return "came back"
