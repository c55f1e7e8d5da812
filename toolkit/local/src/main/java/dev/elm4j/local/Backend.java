package dev.elm4j.local;

import java.util.Optional;

/**
 * With what a model is run on a machine.
 *
 * @param natives flavour of PyTorch's libraries
 * @param device the processor or a GPU
 * @param precision of the matrices
 * @param note a sentence on why a GPU that is there is not used
 */
record Backend(String natives, LocalDevice device, Precision precision, Optional<String> note) {

    private static final int AMPERE = 80;
    private static final int CUDA = 128; // CUDA 12.8, the only version that this PyTorch has libraries for

    /**
     * Chooses by the facts alone.
     *
     * @throws IllegalStateException with a sentence if libraries are missing, or a GPU is asked for that cannot be used
     * @throws IllegalArgumentException if the precision is not one of the device's
     */
    static Backend choose(HostFacts facts, LocalSettings settings) {
        String natives = natives(facts);
        Optional<String> obstacle = obstacle(facts, natives);
        if (settings.device() == LocalDevice.CUDA && obstacle.isPresent()) {
            throw new IllegalStateException("The GPU cannot be used: " + obstacle.get());
        }
        boolean gpu = settings.device() != LocalDevice.CPU && obstacle.isEmpty();
        boolean missed = settings.device() == LocalDevice.AUTO && facts.cuda() > 0;
        return new Backend(
                natives,
                gpu ? LocalDevice.CUDA : LocalDevice.CPU,
                precision(facts, settings.precision(), gpu),
                missed ? obstacle : Optional.empty());
    }

    /** The same in another precision. */
    Backend with(Precision other) {
        return new Backend(natives, device, other, note);
    }

    /** {@code PYTORCH_LIBRARY_PATH} goes before jars, and of jars one for the processor hides all others. */
    private static String natives(HostFacts facts) {
        if (!facts.libraryFlavor().isEmpty()) {
            return facts.libraryFlavor();
        }
        if (facts.natives().isEmpty()) {
            throw Natives.missing();
        }
        return facts.natives().contains("cpu") ? "cpu" : facts.natives().get(0);
    }

    private static Optional<String> obstacle(HostFacts facts, String natives) {
        if (facts.cuda() == 0) {
            return Optional.of(
                    "no CUDA runtime was found on %s. Install NVIDIA's driver and CUDA 12.8, or take LocalDevice.CPU."
                            .formatted(facts.platform()));
        }
        if (natives.startsWith("cu")) {
            return facts.capability() == 0
                    ? Optional.of("CUDA's runtime is there, but no GPU answers. Check the driver with nvidia-smi.")
                    : Optional.empty();
        }
        if (facts.libraryFlavor().isEmpty()) {
            return Optional.of(
                    "the jar pytorch-native-cpu on the class path hides it. Take that jar off, and set PYTORCH_LIBRARY_PATH, PYTORCH_VERSION=2.7.1 and PYTORCH_FLAVOR=cu%d to the libraries of PyTorch 2.7.1 for CUDA."
                            .formatted(CUDA));
        }
        return Optional.of("PYTORCH_FLAVOR says '%s'. Set it to cu%d and PYTORCH_LIBRARY_PATH to libraries with CUDA."
                .formatted(natives, CUDA));
    }

    private static Precision precision(HostFacts facts, Precision wanted, boolean gpu) {
        boolean packs = !gpu && facts.x86() && facts.avx2();
        if (wanted == Precision.FP16_PACKED && !packs) {
            throw new IllegalArgumentException(
                    "Packed 16-bit numbers need an x86 processor with AVX2, but this is %s on %s. Take Precision.AUTO."
                            .formatted(gpu ? "a GPU" : "the processor", facts.platform()));
        }
        if (wanted != Precision.AUTO) {
            return wanted;
        }
        if (gpu) {
            return facts.capability() >= AMPERE ? Precision.BF16 : Precision.FP32;
        }
        return packs ? Precision.FP16_PACKED : Precision.FP32;
    }
}
