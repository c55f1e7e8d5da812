package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BackendTest {

    private static final LocalSettings AUTO = LocalSettings.defaults();
    private static final HostFacts LAPTOP = new HostFacts("Linux", "amd64", true, 0, 0, List.of("cpu"), "");
    private static final HostFacts SERVER = new HostFacts("Linux", "amd64", true, 128, 90, List.of(), "cu128");

    @Test
    void packsOnlyOnX86WithAvx2() {
        assertThat(Backend.choose(LAPTOP, AUTO).precision()).isEqualTo(Precision.FP16_PACKED);
        HostFacts old = new HostFacts("Linux", "x86_64", false, 0, 0, List.of("cpu"), "");
        assertThat(Backend.choose(old, AUTO).precision()).isEqualTo(Precision.FP32);
        HostFacts arm = new HostFacts("Mac OS X", "aarch64", true, 0, 0, List.of("cpu"), "");
        assertThat(Backend.choose(arm, AUTO).precision()).isEqualTo(Precision.FP32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backend.choose(arm, AUTO.precision(Precision.FP16_PACKED)))
                .withMessageContaining("x86 processor with AVX2")
                .withMessageContaining("Mac OS X aarch64");
    }

    @Test
    void takesTheGpuWhereLibrariesForItAreThere() {
        assertThat(Backend.choose(SERVER, AUTO).device()).isEqualTo(LocalDevice.CUDA);
        assertThat(Backend.choose(SERVER, AUTO).precision()).isEqualTo(Precision.BF16);
        HostFacts turing = new HostFacts("Linux", "amd64", true, 128, 75, List.of("cu128"), "");
        assertThat(Backend.choose(turing, AUTO).device()).isEqualTo(LocalDevice.CUDA);
        assertThat(Backend.choose(turing, AUTO).precision()).isEqualTo(Precision.FP32);
        assertThat(Backend.choose(SERVER, AUTO.device(LocalDevice.CPU)).device())
                .isEqualTo(LocalDevice.CPU);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backend.choose(SERVER, AUTO.precision(Precision.FP16_PACKED)))
                .withMessageContaining("but this is a GPU");
    }

    @Test
    void aJarForTheProcessorHidesTheGpuAndThatIsSaid() {
        for (List<String> natives : List.of(List.of("cpu"), List.of("cu128", "cpu"))) {
            HostFacts hidden = new HostFacts("Linux", "amd64", true, 128, 90, natives, "");
            Backend backend = Backend.choose(hidden, AUTO);
            assertThat(backend.device()).isEqualTo(LocalDevice.CPU);
            assertThat(backend.precision()).isEqualTo(Precision.FP16_PACKED);
            assertThat(backend.note().orElseThrow())
                    .contains("the jar pytorch-native-cpu on the class path hides it")
                    .contains("PYTORCH_FLAVOR=cu128");
            assertThatIllegalStateException()
                    .isThrownBy(() -> Backend.choose(hidden, AUTO.device(LocalDevice.CUDA)))
                    .withMessageStartingWith("The GPU cannot be used: the jar pytorch-native-cpu");
            assertThat(Backend.choose(hidden, AUTO.device(LocalDevice.CPU)).note())
                    .isEmpty();
        }
    }

    @Test
    void theLibraryPathGoesBeforeJars() {
        HostFacts both = new HostFacts("Linux", "amd64", true, 128, 90, List.of("cpu"), "cu128");
        assertThat(Backend.choose(both, AUTO).natives()).isEqualTo("cu128");
        assertThat(Backend.choose(both, AUTO).device()).isEqualTo(LocalDevice.CUDA);
        HostFacts wrong = new HostFacts("Linux", "amd64", true, 128, 90, List.of(), "cpu");
        assertThat(Backend.choose(wrong, AUTO).note().orElseThrow()).contains("PYTORCH_FLAVOR says 'cpu'");
        assertThat(HostFacts.libraryFlavor("/opt/torch/lib", null)).isEqualTo("cpu");
        assertThat(HostFacts.libraryFlavor("/opt/torch/lib", "cu128")).isEqualTo("cu128");
        assertThat(HostFacts.libraryFlavor(null, "cu128")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        HostFacts bare = new HostFacts("Linux", "amd64", true, 0, 0, List.of(), "");
        assertThatIllegalStateException()
                .isThrownBy(() -> Backend.choose(bare, AUTO))
                .withMessageStartingWith("The libraries of PyTorch are missing.")
                .withMessageContaining("elm4j.py install");
        assertThatIllegalStateException()
                .isThrownBy(() -> Backend.choose(LAPTOP, AUTO.device(LocalDevice.CUDA)))
                .withMessageContaining("no CUDA runtime was found on Linux amd64");
        HostFacts driverless = new HostFacts("Linux", "amd64", true, 128, 0, List.of("cu128"), "");
        assertThat(Backend.choose(driverless, AUTO).note().orElseThrow()).contains("nvidia-smi");
        assertThat(Backend.choose(LAPTOP, AUTO).note()).isEmpty();
    }

    @Test
    void readsTheFactsOfThisMachine() {
        HostFacts facts = HostFacts.read();
        assertThat(facts.natives()).isNotEmpty();
        assertThat(facts.platform()).isEqualTo(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        Properties jar = new Properties();
        jar.setProperty("flavor", "cu128");
        assertThat(HostFacts.flavor(jar)).isEqualTo("cu128");
    }

    @Test
    void settingsSayWhatTheyAre() {
        assertThat(AUTO).hasToString("device auto, precision auto, threads auto");
        assertThat(AUTO.device(LocalDevice.CUDA)
                        .precision(Precision.BF16)
                        .threads(3)
                        .template(ChatTemplate.LLAMA_3))
                .hasToString("device cuda, precision bf16, threads 3, chats in Llama 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AUTO.threads(-1))
                .withMessageContaining("between 0 (one per core) and 1024, but is -1");
        assertThat(AUTO.threads(3).chosenThreads()).isEqualTo(3);
        assertThat(AUTO.chosenThreads()).isEqualTo(CpuThreads.best());
    }
}
