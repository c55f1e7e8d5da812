# tries: forbidden system calls by the 32-bit interrupt, from machine code of its own
# honest: VALID, CRASH, EXCEPTION
# never: ^passed
# machine: x86_64
import ctypes
import mmap


def run(bait):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    # push rbx; mov eax, 359 (socket); mov ebx, 1; mov ecx, 1; xor edx, edx; int 0x80; pop rbx; ret
    page.write(bytes.fromhex("53" "b867010000" "bb01000000" "b901000000" "31d2" "cd80" "5b" "c3"))
    code = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    answer = code()
    return "passed: descriptor %d" % answer if answer >= 0 else "refused: %d" % answer
