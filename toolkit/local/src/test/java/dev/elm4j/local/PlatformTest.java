package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void countsPhysicalCores() {
        List<String> twoThreadsEach = List.of(
                "processor\t: 0",
                "physical id\t: 0",
                "core id\t: 0",
                "processor\t: 1",
                "physical id\t: 0",
                "core id\t: 1",
                "processor\t: 2",
                "physical id\t: 0",
                "core id\t: 0",
                "processor\t: 3",
                "physical id\t: 1",
                "core id\t: 0");
        assertThat(CpuThreads.cores(twoThreadsEach)).isEqualTo(3);
        assertThat(CpuThreads.cores(List.of("processor\t: 0"))).isEqualTo(Integer.MAX_VALUE);
        assertThat(CpuThreads.best())
                .isBetween(1, Math.max(64, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void saysWhatToInstallWhereTheBridgeIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Natives.check(name -> name.startsWith("native/")))
                .withMessageContaining("pytorch-jni:2.7.1-0.35.1");
        assertThatCode(() -> Natives.check(name -> name.startsWith("jnilib/"))).doesNotThrowAnyException();
    }
}
