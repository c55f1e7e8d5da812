# tries: a few bytes that unpack to a gigabyte
# honest: MEMORY_LIMIT
# memory: 256
# cpu: 4000
import zlib


def run(bait):
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    return "held %d" % sum(len(part) for part in [zlib.decompress(packed) for _ in range(16)])
