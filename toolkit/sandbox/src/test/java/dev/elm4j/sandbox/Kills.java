package dev.elm4j.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Faults from outside: ends what this process started, and nothing else. */
final class Kills {

    private Kills() {}

    /** Kills a supervisor, or removes a container, of this process; whether there was one. */
    static boolean one(Tier tier, int choice) throws IOException, InterruptedException {
        return tier == Tier.GVISOR_DOCKER || tier == Tier.CONTAINER ? container(choice) : process(choice);
    }

    private static boolean process(int choice) {
        List<ProcessHandle> ours = ProcessHandle.current().children().toList();
        List<ProcessHandle> supervisors = ours.stream()
                .filter(child -> child.info().commandLine().orElse("").contains("supervisor.py")
                        || child.info().command().orElse("").matches(".*(bwrap|runsc)"))
                .toList();
        return !supervisors.isEmpty()
                && supervisors.get(choice % supervisors.size()).destroyForcibly();
    }

    private static boolean container(int choice) throws IOException, InterruptedException {
        String ours = "label=dev.elm4j.owner";
        List<String> names =
                docker("ps", "-q", "--filter", ours, "--format", "{{.ID}} {{.Label \"dev.elm4j.owner\"}}").stream()
                        .filter(line ->
                                line.contains(" " + ProcessHandle.current().pid() + ":"))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList();
        return !names.isEmpty()
                && !docker("rm", "-f", names.get(choice % names.size())).isEmpty();
    }

    private static List<String> docker(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor(30, TimeUnit.SECONDS);
        return lines;
    }
}
