# tries: to make named shared memory for the next program
# honest: EXCEPTION
from multiprocessing import shared_memory


def run(bait):
    memory = shared_memory.SharedMemory("elm4j-attack", create=True, size=1 << 20)
    memory.buf[:4] = b"left"
    return "made " + memory.name
