package dev.elm4j.sandbox.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Some user ids of this machine, held by one slot: no user has them, no other slot of any kernel gives them to programs. A
 * lock on a file holds them, which ends with the process.
 */
final class UidBlock implements AutoCloseable {

    /** Each range has a hundred. */
    private static final int SIZE = 400;

    /**
     * Held by this process. Looked at before a file is opened: closing any descriptor of a file gives up all locks that the
     * process has on it.
     */
    private static final Set<UidRange> HELD = new HashSet<>();

    private final UidRange range;
    private final FileChannel channel;

    private UidBlock(UidRange range, FileChannel channel) {
        this.range = range;
        this.channel = channel;
    }

    /** Takes a block for a supervisor that sees none of this machine's processes. */
    static UidBlock takeInside() throws IOException, InterruptedException {
        return take(UidRange.WHOLE, false);
    }

    /** Takes a block for a supervisor among the processes, or at least the users, of this machine. */
    static UidBlock takeOutside() throws IOException, InterruptedException {
        return take(outside(), true);
    }

    /** How many more could be taken now, of those wanted. */
    static int room(boolean outside, int wanted) throws IOException {
        UidRange whole = outside ? outside() : UidRange.WHOLE;
        var taken = new ArrayList<UidBlock>();
        try {
            for (int i = 0; i < whole.size() / SIZE && taken.size() < wanted; i++) {
                lock(block(whole, i)).ifPresent(taken::add);
            }
            return taken.size();
        } finally {
            taken.forEach(UidBlock::close);
        }
    }

    private static UidRange outside() throws IOException {
        return Users.exist(UidRange.NOBODYS) ? UidRange.NOBODYS : UidRange.WHOLE;
    }

    private static UidBlock take(UidRange whole, boolean ask) throws IOException, InterruptedException {
        int blocks = whole.size() / SIZE;
        // Each process begins elsewhere, not where one that was killed a moment ago still has programs about to end.
        int begin = (int) (ProcessHandle.current().pid() % blocks);
        for (int i = 0; i < blocks; i++) {
            Optional<UidBlock> block = lock(block(whole, (begin + i) % blocks));
            if (block.isPresent() && (!ask || block.get().isNobodys())) {
                return block.get();
            }
        }
        throw new IOException("all user ids between " + whole + " belong to users or to other sandboxes");
    }

    private static UidRange block(UidRange whole, int number) {
        int first = whole.first() + number * SIZE;
        return new UidRange(first, first + SIZE - 1);
    }

    /** Closes itself if not. */
    private boolean isNobodys() throws IOException, InterruptedException {
        boolean nobodys = false;
        try {
            nobodys = !Users.known(range);
            return nobodys;
        } finally {
            if (!nobodys) {
                close();
            }
        }
    }

    private static Optional<UidBlock> lock(UidRange range) throws IOException {
        if (!Users.exist(range) || Users.have(range)) {
            return Optional.empty();
        }
        Path locks = OwnFolder.makeClosed(OwnFolder.shared().resolve("uids"));
        synchronized (HELD) {
            if (HELD.contains(range)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(
                    locks.resolve(Integer.toString(range.first())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            if (lock == null) {
                return Optional.empty();
            }
            HELD.add(range);
            return Optional.of(new UidBlock(range, channel));
        }
    }

    UidRange range() {
        return range;
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (!channel.isOpen()) {
                return; // somebody else may have them by now
            }
            try {
                channel.close();
            } catch (IOException released) {
                // the lock goes with the process at the latest
            }
            HELD.remove(range);
        }
    }
}
