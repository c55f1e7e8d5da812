// Looks for a key wherever a program can look: files, environments, commands, memory, descriptors, properties.
import java.io.File;
import java.io.FileInputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class Hunt {
    private static final Pattern KEY = Pattern.compile("sk-" + "planted-[0-9a-f]+");
    private static final Set<String> FOUND = new LinkedHashSet<>();
    private static int looked;

    public static List<Object> run(List<String> paths, List<Long> pids) {
        for (String path : paths) {
            read(path);
            read("/proc/self/root" + path);
            walk(new File(path).getParentFile(), 3);
        }
        for (String top : List.of(".", "/tmp", "/var/tmp", "/dev/shm", "/root", "/home", "/run", "/elm4j")) {
            walk(new File(top), 4);
        }
        var all = new ArrayList<Object>(List.of("self"));
        all.addAll(pids);
        for (Object each : all) {
            Object pid = each.equals(0L) ? ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L) : each;
            read("/proc/" + pid + "/environ");
            read("/proc/" + pid + "/cmdline");
            for (int i = 0; i < 16; i++) {
                read("/proc/" + pid + "/fd/" + i);
            }
            memory(pid);
        }
        look("own environment", System.getenv().toString());
        look("properties", System.getProperties().toString());
        return List.of(looked, List.copyOf(FOUND));
    }

    private static void look(String where, String content) {
        looked++;
        Matcher match = KEY.matcher(content);
        while (match.find()) {
            FOUND.add(match.group() + " in " + where);
        }
    }

    private static void read(String path) {
        if (path.endsWith("/fd/0") || !new File(path).exists() || new File(path).isDirectory()) {
            return; // a pipe would hold us
        }
        try (var in = new FileInputStream(path)) {
            if (!path.contains("/fd/") || in.available() > 0) {
                look(path, new String(in.readNBytes(1 << 20), "ISO-8859-1"));
            }
        } catch (Exception refused) {
            // the next one
        }
    }

    private static void walk(File folder, int depth) {
        File[] inside = folder == null || depth == 0 ? null : folder.listFiles();
        for (int i = 0; inside != null && i < Math.min(200, inside.length); i++) {
            if (inside[i].isDirectory()) {
                walk(inside[i], depth - 1);
            } else if (inside[i].isFile()) {
                read(inside[i].getPath());
            }
        }
    }

    private static void memory(Object pid) {
        try (var maps = new FileInputStream("/proc/" + pid + "/maps");
                var memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
            for (String line : new String(maps.readAllBytes(), "ISO-8859-1").split("\n")) {
                String[] ends = line.split(" ")[0].split("-");
                long start = Long.parseUnsignedLong(ends[0], 16);
                long size = Long.parseUnsignedLong(ends[1], 16) - start;
                if (line.contains(" rw") && size < 1 << 26 && start > 0) {
                    var bytes = new byte[(int) size];
                    memory.seek(start);
                    memory.readFully(bytes);
                    look("memory of " + pid, new String(bytes, "ISO-8859-1"));
                }
            }
        } catch (Exception refused) {
            // the next one
        }
    }
}
