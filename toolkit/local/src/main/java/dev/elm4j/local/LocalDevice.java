package dev.elm4j.local;

import java.util.Locale;

/**
 * Where a {@link LocalModel} computes.
 *
 * <pre>{@code
 * LocalSettings.defaults().device(LocalDevice.CPU).toString();   // "device cpu, precision auto, threads auto"
 * }</pre>
 */
public enum LocalDevice {
    /** A GPU of NVIDIA's if there is one that PyTorch's libraries can use, else the processor. */
    AUTO,
    /** The processor. */
    CPU,
    /** The first GPU of NVIDIA's. */
    CUDA;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
