package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Some user ids of this machine, held by one slot: no user has them, no other slot of any kernel gives them to programs. A
 * lock on a file holds them, which ends with the process.
 */
final class UidBlock implements AutoCloseable {

    private static final int SIZE = 2_000;

    private final UidRange range;
    private final FileChannel channel;

    private UidBlock(UidRange range, FileChannel channel) {
        this.range = range;
        this.channel = channel;
    }

    /**
     * Takes a block.
     *
     * @throws IOException if all are taken
     */
    static UidBlock take() throws IOException {
        Path locks = OwnFolder.make(OwnFolder.shared().resolve("uids"));
        long[] taken = Stream.of("/etc/passwd", "/etc/subuid")
                .flatMapToLong(file -> uids(Path.of(file)))
                .toArray();
        long mapped = mapped();
        int blocks = UidRange.WHOLE.size() / SIZE;
        // Each process begins elsewhere, not where one that was killed a moment ago still has programs about to end.
        long begin = ProcessHandle.current().pid();
        for (long i = begin; i < begin + blocks; i++) {
            int first = UidRange.WHOLE.first() + (int) (i % blocks) * SIZE;
            var range = new UidRange(first, first + SIZE - 1);
            boolean free = range.last() < mapped && LongStream.of(taken).noneMatch(range::contains);
            UidBlock block = free ? lock(locks, range) : null;
            if (block != null) {
                return block;
            }
        }
        throw new IOException("all user ids between " + UidRange.WHOLE + " belong to users or to other sandboxes");
    }

    private static UidBlock lock(Path locks, UidRange range) throws IOException {
        FileChannel channel = FileChannel.open(
                locks.resolve(Integer.toString(range.first())), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            // another slot of this process has it
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new UidBlock(range, channel);
    }

    /** The third field of each line of passwd, the second of subuid. */
    private static LongStream uids(Path file) {
        try {
            int field = file.endsWith("subuid") ? 1 : 2;
            List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .map(line -> line.split(":"))
                    .filter(fields -> fields.length > field && fields[field].matches("\\d{1,10}"))
                    .mapToLong(fields -> Long.parseLong(fields[field]));
        } catch (IOException unreadable) {
            return LongStream.empty();
        }
    }

    /** How many user ids there are in this space of users, from 0. */
    private static long mapped() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/uid_map")).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[0].equals("0"))
                .mapToLong(fields -> Long.parseLong(fields[2]))
                .findFirst()
                .orElse(0);
    }

    UidRange range() {
        return range;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException released) {
            // the lock goes with the process at the latest
        }
    }
}
