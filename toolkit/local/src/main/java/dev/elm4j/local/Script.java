package dev.elm4j.local;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The loaded TorchScript module, and the native memory that lives as long as it. Used on one thread only. */
final class Script implements AutoCloseable {

    private final PtNDManager memory;
    private final PtSymbolBlock module;

    private Script(PtNDManager memory, PtSymbolBlock module) {
        this.memory = memory;
        this.module = module;
    }

    /** Loads the module; the engine must have been started. */
    static Script load(Precision precision) {
        PtNDManager memory = (PtNDManager) NDManager.newBaseManager(Device.cpu(), PtEngine.ENGINE_NAME);
        try {
            ByteArrayInputStream archive = new ByteArrayInputStream(LlamaScript.archive(precision));
            PtSymbolBlock module = JniUtils.loadModule(memory, archive, false, false);
            JniUtils.enableInferenceMode(module);
            return new Script(memory, module);
        } catch (IOException failure) {
            memory.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            memory.close();
            throw failure;
        }
    }

    /** Whether this machine can pack matrices to 16 bits: tried with a small one. */
    static boolean packs() {
        try (Script script = load(Precision.FP16_PACKED);
                IValue list = script.call("packs");
                NDArray matrix = script.memory.ones(new Shape(32, 32))) {
            script.pack(list, matrix);
            return true;
        } catch (EngineException unsupported) {
            return false;
        }
    }

    /** Runs a method; the caller closes the result. */
    IValue call(String method, IValue... arguments) {
        return IValueUtils.runMethod(module, method, arguments);
    }

    /** Appends a packed copy of a matrix to a list of the script's own type. */
    void pack(IValue list, NDArray matrix) {
        try (IValue argument = IValue.from((PtNDArray) matrix)) {
            call("pack", list, argument).close();
        }
    }

    /** Numbers that are not set yet. */
    NDArray empty(long... shape) {
        return memory.create(new Shape(shape), DataType.FLOAT32);
    }

    PtNDManager memory() {
        return memory;
    }

    @Override
    public void close() {
        module.close();
        memory.close();
    }
}
