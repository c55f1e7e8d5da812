"""The two framings: JSON between host and supervisor, lists of byte strings between supervisor and child."""
import json
import os
import struct

LARGEST = 16 << 20          # of a frame between host and supervisor, in bytes
MOST_FIELDS = 65536         # of a frame between supervisor and child
LARGEST_FIELD = 32 << 20


class Broken(Exception):
    """The other side wrote what is no frame."""


def write_all(descriptor, data):
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left):]


class Host:
    """The host's end: frames of a length (4 bytes, big-endian) and UTF-8 JSON."""

    def __init__(self, incoming, outgoing):
        self.incoming, self._outgoing = incoming, outgoing

    def _exactly(self, count):
        data = bytearray()
        while len(data) < count:
            part = os.read(self.incoming, min(count - len(data), 1 << 20))
            if not part:
                return None
            data += part
        return bytes(data)

    def read(self):
        """The next request; None when the host is gone."""
        head = self._exactly(4)
        if head is None:
            return None
        (length,) = struct.unpack(">I", head)
        if length > LARGEST:
            raise Broken("a frame of %d bytes, more than %d" % (length, LARGEST))
        body = self._exactly(length)
        return None if body is None else json.loads(body.decode("utf-8"))

    def write(self, text):
        """Sends an answer, given as JSON text."""
        body = text.encode("utf-8")
        if len(body) > LARGEST:
            raise Broken("an answer of %d bytes, more than %d" % (len(body), LARGEST))
        write_all(self._outgoing, struct.pack(">I", len(body)) + body)


def fields(*parts):
    """A frame of fields for a child or from it; text becomes UTF-8, numbers become decimal text."""
    frame = [struct.pack(">I", len(parts))]
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "replace")
        frame += [struct.pack(">I", len(data)), data]
    return b"".join(frame)


class Fields:
    """Takes bytes as they come and gives whole frames of fields. Nothing in the bytes is trusted."""

    def __init__(self, most=MOST_FIELDS, largest=LARGEST_FIELD, lists=None):
        """most: fields of a frame; largest: bytes of a field; lists: kind of frame -> fields, of those that have more."""
        self._most, self._largest, self._lists = most, largest, lists or {}
        self._longest = max(most, *self._lists.values()) if self._lists else most
        self._data = bytearray()  # what was not taken yet: less than a field
        self._count, self._length, self._frame = None, None, []  # of the unfinished frame and its next field
        self.broken = ""  # why nothing more can be read; frames before that count

    def feed(self, data):
        """The frames that the bytes complete, each a list of byte strings."""
        self._data += data
        frames, at = [], 0
        try:
            while not self.broken:
                taken = self._take(at)
                if taken is None:
                    break
                at = taken
                if len(self._frame) == self._count:
                    frames.append(self._frame)
                    self._count, self._frame = None, []
        except Broken as problem:
            self.broken = str(problem)
        del self._data[:at]
        return frames

    def _take(self, at):
        """Takes the next number or field from the place; the place after it, None if it is not whole."""
        if self._length is not None:
            end = at + self._length
            if len(self._data) < end:
                return None
            self._frame.append(bytes(self._data[at:end]))
            self._length = None
            if self._count > self._most and len(self._frame) == 1:
                self._at_most(self._count, self._lists.get(self._frame[0], self._most))
            return end
        if len(self._data) < at + 4:
            return None
        (number,) = struct.unpack_from(">I", self._data, at)
        if self._count is None:
            self._count = self._at_most(number, self._longest)
        else:
            self._length = self._at_most(number, self._largest)
        return at + 4

    @staticmethod
    def _at_most(number, most):
        if number > most:
            raise Broken("%d where at most %d is allowed" % (number, most))
        return number
