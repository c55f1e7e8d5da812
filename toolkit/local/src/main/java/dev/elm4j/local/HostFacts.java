package dev.elm4j.local;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What a machine offers for running a model.
 *
 * @param system {@code os.name}
 * @param architecture {@code os.arch}
 * @param avx2 whether the processor has AVX2, which packed 16-bit numbers need
 * @param cuda version of CUDA's runtime, such as 128 for 12.8; 0 for none
 * @param capability of the first GPU, such as 80 for Ampere; 0 for none
 * @param natives flavours of PyTorch's libraries on the class path, such as {@code cpu} or {@code cu128}
 * @param libraryFlavor flavour of the libraries that {@code PYTORCH_LIBRARY_PATH} names; empty if it is not set
 */
record HostFacts(
        String system,
        String architecture,
        boolean avx2,
        int cuda,
        int capability,
        List<String> natives,
        String libraryFlavor) {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    /** Those of this machine; starts no engine. */
    static HostFacts read() {
        boolean cuda = hasCuda();
        return new HostFacts(
                System.getProperty("os.name"),
                System.getProperty("os.arch").toLowerCase(Locale.ROOT),
                hasAvx2(),
                cuda ? CudaUtils.getCudaVersion() : 0,
                cuda ? computeCapability() : 0,
                flavors(),
                libraryFlavor(Natives.setting("PYTORCH_LIBRARY_PATH"), Natives.setting("PYTORCH_FLAVOR")));
    }

    /** Whether it is an x86 processor of 64 bits. */
    boolean x86() {
        return architecture.equals("amd64") || architecture.equals("x86_64");
    }

    String platform() {
        return system + " " + architecture;
    }

    static String libraryFlavor(String path, String flavor) {
        return path == null ? "" : flavor == null ? "cpu" : flavor;
    }

    /** The flavour that {@code pytorch.properties} of a jar of libraries names. */
    static String flavor(Properties properties) {
        return properties.getProperty("flavor", "cpu");
    }

    private static List<String> flavors() {
        List<String> flavors = new ArrayList<>();
        try {
            for (URL url :
                    Collections.list(HostFacts.class.getClassLoader().getResources("native/lib/pytorch.properties"))) {
                try (InputStream in = url.openStream()) {
                    Properties properties = new Properties();
                    properties.load(in);
                    flavors.add(flavor(properties));
                }
            }
        } catch (IOException unreadable) {
            return flavors; // the engine will say what is wrong with the jar
        }
        return flavors;
    }

    private static boolean hasCuda() {
        try {
            return CudaUtils.hasCuda();
        } catch (RuntimeException | LinkageError broken) {
            return false; // a runtime without a driver
        }
    }

    private static int computeCapability() {
        try {
            return Integer.parseInt(CudaUtils.getComputeCapability(0));
        } catch (RuntimeException unknown) {
            return 0;
        }
    }

    /** Where the system does not tell, x86 processors are taken to have it: all since 2015 do. */
    private static boolean hasAvx2() {
        try {
            return !Files.isReadable(CPUS) || Files.readString(CPUS).contains(" avx2 ");
        } catch (IOException unreadable) {
            return true;
        }
    }
}
