package dev.elm4j.judge;

import dev.elm4j.environment.Failure;
import java.util.Optional;

/** Where an embedding model places a text, or why that is not known. */
record TextVector(Direction direction, Optional<Failure> failure) {

    static TextVector of(Direction direction) {
        return new TextVector(direction, Optional.empty());
    }

    static TextVector failed(String kind, String reason) {
        return new TextVector(new Direction(new double[0]), Optional.of(new Failure(kind, reason)));
    }
}
