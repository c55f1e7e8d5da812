package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Stands where IJava's own main class stands, which is in no registry. */
public final class IJava {

    private static BaseKernel kernel;

    private IJava() {}

    /** The kernel of the process, as in IJava. */
    public static BaseKernel getKernelInstance() {
        return kernel;
    }

    /** Begins a kernel; for tests. */
    public static void start(BaseKernel started) {
        kernel = started;
    }
}
