# tries: to take and to give back half of its memory without end, page by page
# honest: TIMEOUT
# cpu: 300
# memory: 256
import mmap


def run(bait):
    while True:
        area = mmap.mmap(-1, 128 << 20)
        for place in range(0, len(area), 4096):
            area[place] = 1
        area.close()
