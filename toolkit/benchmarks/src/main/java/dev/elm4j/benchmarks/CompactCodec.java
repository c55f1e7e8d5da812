package dev.elm4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A problem whose solutions are written as their bytes. Each candidate is written once, to find copies, and a hundred decimal
 * numbers take longer than all the rest of it.
 */
record CompactCodec(Environment<double[]> problem) implements Environment<double[]> {

    @Override
    public String name() {
        return problem.name();
    }

    @Override
    public Codec<double[]> codec() {
        return Codec.of(CompactCodec::bytes, CompactCodec::vector);
    }

    private static JsonNode bytes(double[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Double.BYTES);
        bytes.asDoubleBuffer().put(vector);
        return JsonNodeFactory.instance.binaryNode(bytes.array());
    }

    private static double[] vector(JsonNode json) {
        try {
            byte[] bytes = json.binaryValue();
            double[] vector = new double[bytes.length / Double.BYTES];
            ByteBuffer.wrap(bytes).asDoubleBuffer().get(vector);
            return vector;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public List<Axis> axes() {
        return problem.axes();
    }

    @Override
    public List<double[]> seeds() {
        return problem.seeds();
    }

    @Override
    public List<Evaluation> evaluate(List<double[]> solutions, Context context) {
        return problem.evaluate(solutions, context);
    }
}
