package dev.elm4j.local;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one call of a script, and the native memory that is free again after it. */
final class Arguments implements AutoCloseable {

    private final Script script;
    private final PtNDManager memory;
    private final List<IValue> values = new ArrayList<>();
    private final List<IValue> own = new ArrayList<>();

    Arguments(Script script) {
        this.script = script;
        this.memory = (PtNDManager) script.memory().newSubManager();
    }

    Arguments longs(long[] data, long... shape) {
        return own(IValue.from((PtNDArray) memory.create(data, new Shape(shape))));
    }

    Arguments floats(float[] data, long... shape) {
        return own(IValue.from((PtNDArray) memory.create(data, new Shape(shape))));
    }

    Arguments integer(long value) {
        return own(IValue.from(value));
    }

    Arguments real(double value) {
        return own(IValue.from(value));
    }

    Arguments flag(boolean value) {
        return own(IValue.from(value));
    }

    Arguments tensor(PtNDArray value) {
        return own(IValue.from(value));
    }

    /** A value that somebody else closes. */
    Arguments shared(IValue value) {
        values.add(value);
        return this;
    }

    /** Runs the method; the result lives until these arguments are closed. */
    PtNDArray call(String method) {
        try (IValue result = script.call(method, values.toArray(new IValue[0]))) {
            return result.toTensor(memory);
        }
    }

    @Override
    public void close() {
        own.forEach(IValue::close);
        memory.close();
    }

    private Arguments own(IValue value) {
        own.add(value);
        return shared(value);
    }
}
