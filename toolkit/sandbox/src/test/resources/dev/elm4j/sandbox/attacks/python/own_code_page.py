# tries: to rewrite code pages through /proc/self/mem, which heeds no protection of pages
# chosen: true
# honest: VALID
# never: ^wrote
import os


def run(bait):
    try:
        with open("/proc/self/maps") as file:
            start = int([line for line in file if "r-x" in line][0].split("-")[0], 16)
        descriptor = os.open("/proc/self/mem", os.O_RDWR)
        page = os.pread(descriptor, 16, start)
        os.pwrite(descriptor, page, start)
        return "wrote a page of code"
    except OSError as refused:
        return "refused: %s" % refused
