import os
import random
import struct
import time
import unittest

import peer  # noqa: F401  (puts the worker's folder on the path)
import frames


class FramesTest(unittest.TestCase):

    def test_fields_come_back_however_the_bytes_are_cut(self):
        chance = random.Random(11)
        for _ in range(200):
            sent = [[chance.randbytes(chance.choice((0, 1, 5, 300))) for _ in range(chance.randrange(6))]
                    for _ in range(chance.randrange(1, 6))]
            data = b"".join(frames.fields(*frame) for frame in sent)
            reader, got = frames.Fields(), []
            while data:
                cut = chance.randrange(1, 40)
                got += reader.feed(data[:cut])
                data = data[cut:]
            self.assertEqual(sent, got)

    def test_text_and_numbers_become_utf8(self):
        (frame,) = frames.Fields().feed(frames.fields("é", 12, b"\xff", "\ud800"))
        self.assertEqual([b"\xc3\xa9", b"12", b"\xff", b"?"], frame)

    def test_too_many_fields_and_too_long_ones_are_refused_before_they_come(self):
        for head in (struct.pack(">I", frames.MOST_FIELDS + 1), struct.pack(">II", 1, frames.LARGEST_FIELD + 1)):
            reader = frames.Fields()
            self.assertEqual([[b"x"]], reader.feed(frames.fields("x") + head))
            self.assertNotEqual("", reader.broken)
            self.assertEqual([], reader.feed(frames.fields("y")))

    def test_a_frame_in_small_pieces_is_not_read_again_and_again(self):
        sent = [b"%d" % number for number in range(4000)]
        data, reader, got = frames.fields(*sent), frames.Fields(), []
        before = time.process_time()
        for at in range(0, len(data), 3):
            got += reader.feed(data[at:at + 3])
        self.assertLess(time.process_time() - before, 1)  # of ten without a place kept
        self.assertEqual([sent], got)

    def test_only_named_kinds_have_many_fields(self):
        few = {"most": 2, "largest": 9, "lists": {b"list": 5}}
        for parts, taken in ((("a", "b"), True), (("a", "b", "c"), False), (("list", *"bcde"), True), (("list", *"bcdef"), False),
                             (("other", *"bcde"), False), (("0123456789",), False), (("list", "0123456789"), False)):
            reader = frames.Fields(**few)
            got = reader.feed(frames.fields(*parts))
            self.assertEqual(([[part.encode() for part in parts]] if taken else []), got, parts)
            self.assertEqual(taken, reader.broken == "", parts)

    def test_a_host_frame_that_is_too_long_is_refused(self):
        read, write = os.pipe()
        os.write(write, struct.pack(">I", frames.LARGEST + 1))
        with self.assertRaises(frames.Broken):
            frames.Host(read, -1).read()
        os.close(read)
        os.close(write)

    def test_a_host_that_closes_amid_a_frame_is_gone(self):
        read, write = os.pipe()
        os.write(write, struct.pack(">I", 10) + b"{}")
        os.close(write)
        self.assertIsNone(frames.Host(read, -1).read())
        os.close(read)


if __name__ == "__main__":
    unittest.main()
