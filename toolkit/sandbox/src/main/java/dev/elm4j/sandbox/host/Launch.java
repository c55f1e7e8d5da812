package dev.elm4j.sandbox.host;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a slot is started with.
 *
 * <pre>{@code
 * var launch = new Launch(Set.of("python"), false);
 * launch.java();   // "false": no compiler is kept warm
 * }</pre>
 *
 * @param languages {@code "java"}, {@code "python"}
 * @param numpy whether it is imported before programs are forked
 */
public record Launch(Set<String> languages, boolean numpy) {

    /** Single-use JVMs that wait for a program; two keep both cores of a small machine busy. */
    private static final int WAITING_JVMS = 2;

    public Launch {
        languages = Set.copyOf(requireNonNull(languages, "languages"));
    }

    /** Whether Java programs are wanted. */
    public boolean java() {
        return languages.contains("java");
    }

    /** The command of a supervisor, as it is seen inside. */
    List<String> command(Inside inside) {
        var command = new ArrayList<>(List.of(inside.python(), "-I", inside.worker() + "/supervisor.py"));
        command.addAll(List.of("--worker-jar", inside.worker() + "/worker.jar"));
        command.addAll(List.of("--languages", String.join(",", new TreeSet<>(languages))));
        if (inside.ownDevices()) {
            command.add("--own-devices");
        }
        command.addAll(List.of("--uids", inside.uids().toString(), "--landlock", inside.landlock()));
        if (java()) {
            command.addAll(List.of("--java", inside.java(), "--pool", Integer.toString(WAITING_JVMS)));
        }
        if (numpy) {
            command.add("--numpy");
        }
        return command;
    }

    /**
     * Where things are for the supervisor.
     *
     * @param python its interpreter
     * @param java the home of Java
     * @param worker the folder of the worker files
     * @param uids those it may give to programs
     * @param landlock {@code "required"} or {@code "wanted"}
     * @param ownDevices whether nobody else uses the devices there
     */
    record Inside(String python, String java, String worker, UidRange uids, String landlock, boolean ownDevices) {

        /** With the Python and the Java of this machine. */
        static Inside host(String worker, UidRange uids) {
            return new Inside(HostPython.PATH, System.getProperty("java.home"), worker, uids, "required", false);
        }

        /** Inside the image. */
        static Inside image(UidRange uids) {
            return new Inside("/usr/bin/python3", "/opt/java", "/elm4j", uids, "wanted", true);
        }
    }
}
