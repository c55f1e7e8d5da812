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
    private final Precision precision;
    private final boolean gpu;

    private Script(PtNDManager memory, PtSymbolBlock module, Precision precision, boolean gpu) {
        this.memory = memory;
        this.module = module;
        this.precision = precision;
        this.gpu = gpu;
    }

    /** Loads the module; the engine must have been started. */
    static Script load(LocalDevice device, Precision precision) {
        boolean gpu = device == LocalDevice.CUDA;
        PtNDManager memory =
                (PtNDManager) NDManager.newBaseManager(gpu ? Device.gpu() : Device.cpu(), PtEngine.ENGINE_NAME);
        try {
            ByteArrayInputStream archive = new ByteArrayInputStream(LlamaScript.archive(precision));
            PtSymbolBlock module = JniUtils.loadModule(memory, archive, false, false);
            JniUtils.enableInferenceMode(module);
            return new Script(memory, module, precision, gpu);
        } catch (IOException failure) {
            memory.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            memory.close();
            throw failure;
        }
    }

    /** Whether these libraries can pack matrices to 16 bits: tried with a small one. */
    static boolean packs() {
        try (Script script = load(LocalDevice.CPU, Precision.FP16_PACKED);
                IValue list = script.call("matrices");
                NDArray matrix = script.memory.ones(new Shape(32, 32))) {
            script.keep("pack", list, matrix);
            return true;
        } catch (EngineException unsupported) {
            return false;
        }
    }

    Precision precision() {
        return precision;
    }

    /** Whether what is kept is a copy, so that its tensor can be filled again. */
    boolean copies() {
        return precision != Precision.FP32 || gpu;
    }

    /** Runs a method; the caller closes the result. */
    IValue call(String method, IValue... arguments) {
        return IValueUtils.runMethod(module, method, arguments);
    }

    /**
     * Appends a tensor of 32-bit floats to a list of the script's.
     *
     * @param method {@code vector}, {@code table} or {@code pack}
     */
    void keep(String method, IValue list, NDArray tensor) {
        NDArray here = gpu ? tensor.toDevice(memory.getDevice(), true) : tensor;
        try (IValue argument = IValue.from((PtNDArray) here)) {
            call(method, list, argument).close();
        } finally {
            if (gpu) {
                here.close();
            }
        }
    }

    /** Appends the embedding, the first of the vectors, to the matrices. */
    void share(IValue matrices, IValue vectors) {
        call("share", matrices, vectors).close();
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
