package dev.elm4j.benchmarks;

import dev.elm4j.sandbox.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Megabytes that the slots of this process use while nothing runs in them; -1 where that cannot be asked. */
final class IdleMemory {

    private static final String LABEL = "dev.elm4j.owner";
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");

    private IdleMemory() {}

    static double of(Tier tier) throws InterruptedException {
        return tier == Tier.GVISOR_DOCKER || tier == Tier.CONTAINER ? ofContainers() : ofProcesses();
    }

    /** Below this one, shared pages shared out. */
    private static double ofProcesses() {
        long kilobytes = ProcessHandle.current()
                .descendants()
                .mapToLong(child -> kilobytes(Path.of("/proc", "" + child.pid(), "smaps_rollup")))
                .sum();
        return kilobytes == 0 ? -1 : kilobytes / 1024.0;
    }

    private static long kilobytes(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** As Docker counts it: with what gVisor itself needs, and without pages of files. */
    private static double ofContainers() throws InterruptedException {
        String owner = LABEL + "=" + ProcessHandle.current().pid() + ":";
        double sum = 0;
        for (String line : docker("ps", "--format", "{{.ID}} {{.Labels}}")) {
            if (line.contains(owner)) {
                String usage = docker("stats", "--no-stream", "--format", "{{.MemUsage}}", line.split(" ")[0])
                        .get(0);
                sum += megabytes(usage.split(" ")[0]);
            }
        }
        return sum == 0 ? -1 : sum;
    }

    private static double megabytes(String amount) {
        String unit = amount.replaceAll("[0-9.]", "");
        return Double.parseDouble(amount.replaceAll("[^0-9.]", "")) * Math.pow(1024, UNITS.indexOf(unit) - 2);
    }

    private static List<String> docker(String... words) throws InterruptedException {
        var command = new ProcessBuilder(
                Stream.concat(Stream.of("docker"), Stream.of(words)).toList());
        try {
            OpenElmWay.daemon().ifPresent(host -> command.environment().putIfAbsent("DOCKER_HOST", host));
            Process process = command.start();
            List<String> lines = process.inputReader().lines().toList();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0 ? lines : List.of("");
        } catch (IOException absent) {
            return List.of("");
        }
    }
}
