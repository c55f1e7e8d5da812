package dev.elm4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {

    @TempDir
    Path root;

    @Test
    void takesWhatTheSystemCallsAvailable() throws IOException {
        put("proc/meminfo", "MemTotal:       24000000 kB\nMemFree:  100 kB\nMemAvailable:   23000000 kB\n");
        assertThat(FreeMemory.bytes(root)).hasValue(23_000_000L * 1024);
        put("sys/fs/cgroup/memory.max", "max\n");
        put("sys/fs/cgroup/memory.current", "5\n");
        assertThat(FreeMemory.bytes(root)).hasValue(23_000_000L * 1024);
    }

    @Test
    void aSmallerLimitOfTheGroupCounts() throws IOException {
        put("proc/meminfo", "MemAvailable:   23000000 kB\n");
        put("sys/fs/cgroup/memory.max", "1000000\n");
        put("sys/fs/cgroup/memory.current", "900000\n");
        put("sys/fs/cgroup/memory.stat", "anon 1\nactive_file 3\ninactive_file 50000\n");
        assertThat(FreeMemory.bytes(root)).hasValue(150_000);
    }

    @Test
    void readsTheOlderGroupsToo() throws IOException {
        put("proc/meminfo", "MemAvailable:   23000000 kB\n");
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "2000000\n");
        put("sys/fs/cgroup/memory/memory.usage_in_bytes", "500000\n");
        put("sys/fs/cgroup/memory/memory.stat", "cache 7\ntotal_inactive_file 1000\n");
        assertThat(FreeMemory.bytes(root)).hasValue(1_501_000);
        put("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        assertThat(FreeMemory.bytes(root)).hasValue(23_000_000L * 1024);
    }

    @Test
    void knowsNothingElsewhere() {
        assertThat(FreeMemory.bytes(root)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FreeMemory.check("big", 3L << 30, OptionalLong.of(1L << 30)))
                .withMessageContaining("The model big needs 3,072 MB of memory, but only 1,024 MB are free");
        assertThatCode(() -> FreeMemory.check("big", 3L << 30, OptionalLong.of(3L << 30)))
                .doesNotThrowAnyException();
        assertThatCode(() -> FreeMemory.check("big", 3L << 30, OptionalLong.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void theNeedFollowsFromTheTensors() {
        RandomModel random = new RandomModel(Architecture.LLAMA, BlockType.F32, RandomModel.WIDTH, false);
        ModelFile file = random.file();
        long full = MemoryNeed.bytes(file, file.config(), Precision.FP32);
        long half = MemoryNeed.bytes(file, file.config(), Precision.BF16);
        long matrices = 2L * 259 * 64 + 3 * (2 * 64 * 64 + 2 * 32 * 64 + 3 * 96 * 64);
        assertThat(full - half).isEqualTo(2 * matrices);
        assertThat(full).isEqualTo(4 * (file.parameters() + 259 * 64 + 2 * 256 * 16));
        try (LocalModel model = random.load(Precision.FP32)) {
            assertThat(model.loaded().decoder().bytes()).isEqualTo(full - 4 * 259 * 64);
        }
        try (LocalModel model = random.load(Precision.BF16)) {
            assertThat(model.loaded().decoder().bytes()).isEqualTo(half - 4 * 259 * 64);
        }
    }

    private void put(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
