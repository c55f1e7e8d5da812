# tries: to fork by machine code of its own, below every library
# honest: VALID, CRASH, EXCEPTION
# never: ^forked
# machine: x86_64
import ctypes
import mmap
import os


def run(bait):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(bytes.fromhex("b839000000" "0f05" "c3"))  # mov eax, 57 (fork); syscall; ret
    code = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    answer = code()
    if answer == 0:
        os._exit(0)
    return "forked %d" % answer if answer > 0 else "refused: %d" % answer
