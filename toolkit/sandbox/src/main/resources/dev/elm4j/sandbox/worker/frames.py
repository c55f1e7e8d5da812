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

    def __init__(self):
        self._data = bytearray()
        self.broken = ""  # why nothing more can be read; frames before that count

    def feed(self, data):
        """The frames that the bytes complete, each a list of byte strings."""
        self._data += data
        frames, begin = [], 0
        while not self.broken:
            try:
                frame, end = self._next(begin)
            except Broken as problem:
                self.broken = str(problem)
                break
            if frame is None:
                break
            frames.append(frame)
            begin = end
        del self._data[:begin]
        return frames

    def _number(self, at, most):
        (number,) = struct.unpack_from(">I", self._data, at)
        if number > most:
            raise Broken("%d where at most %d is allowed" % (number, most))
        return number

    def _next(self, at):
        size = len(self._data)
        if size < at + 4:
            return None, at
        count, at, frame = self._number(at, MOST_FIELDS), at + 4, []
        for _ in range(count):
            if size < at + 4:
                return None, at
            length, at = self._number(at, LARGEST_FIELD), at + 4
            if size < at + length:
                return None, at
            frame.append(bytes(self._data[at:at + length]))
            at += length
        return frame, at
