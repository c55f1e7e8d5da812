# tries: to make a file in memory and to run it
# chosen: true
# honest: EXCEPTION, VALID
# never: ^made
import os


def run(bait):
    descriptor = os.memfd_create("elm4j-attack")
    os.write(descriptor, b"#!/bin/sh\nid\n")
    return "made a file in memory, descriptor %d" % descriptor
