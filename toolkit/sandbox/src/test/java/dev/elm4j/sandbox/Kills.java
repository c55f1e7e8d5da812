package dev.elm4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

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
                docker("ps", "--filter", ours, "--format", "{{.ID}} {{.Label \"dev.elm4j.owner\"}}").stream()
                        .filter(line ->
                                line.contains(" " + ProcessHandle.current().pid() + ":"))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList();
        return !names.isEmpty()
                && !docker("rm", "-f", names.get(choice % names.size())).isEmpty();
    }

    private static List<String> docker(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        var docker = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Path image = Path.of(System.getProperty("user.home"), ".elm4j", "sandbox", "image.json");
        if (!docker.environment().containsKey("DOCKER_HOST") && Files.exists(image)) {
            var named = Pattern.compile("\"docker\": \"(.*?)\"").matcher(Files.readString(image));
            if (named.find()) {
                docker.environment().put("DOCKER_HOST", named.group(1)); // the daemon that the sandbox takes
            }
        }
        Process process = docker.start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor(30, TimeUnit.SECONDS);
        return lines;
    }
}
