# tries: a megabyte of keys that all have one hash for Java, of two kinds that cannot be compared: hours for a table of Java's
# honest: VALID, RESULT_TOO_LARGE
import struct


def run(bait):
    answer, size, high = {}, 20, 0x40000000
    while size < 1000000:
        high += 1
        bits = high << 32 | (high ^ 0x12345678)
        number = struct.unpack(">d", struct.pack(">Q", bits))[0]
        answer[bits] = answer[number] = 0
        size += len(str(bits)) + len(repr(number)) + 12
    return answer
