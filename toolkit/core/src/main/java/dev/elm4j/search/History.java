package dev.elm4j.search;

import dev.elm4j.archive.Statistics;
import dev.elm4j.environment.Usage;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The progress after each batch, as numbers in blocks instead of objects: a run of a million batches keeps a million of
 * them. What was appended never changes, so a view of the first {@code n} shares the blocks.
 */
final class History {

    private static final int BLOCK = 1024;
    private static final int LONGS = 10;
    private static final int DOUBLES = 6;

    /** One block of entries; a list of them is only ever added to. */
    private record Block(long[] longs, double[] doubles) {}

    private final int cells;
    private final int passiveCells;
    private final List<Block> blocks = new ArrayList<>();
    private int size;

    History(int cells, int passiveCells) {
        this.cells = cells;
        this.passiveCells = passiveCells;
    }

    void append(Progress progress) {
        int at = size % BLOCK;
        if (at == 0) {
            blocks.add(new Block(new long[BLOCK * LONGS], new double[BLOCK * DOUBLES]));
        }
        Block block = blocks.get(blocks.size() - 1);
        Usage usage = progress.usage();
        long[] whole = {
            progress.candidates(),
            progress.failures(),
            usage.calls(),
            usage.inputTokens(),
            usage.outputTokens(),
            usage.nanoUsd(),
            progress.statistics().elites(),
            progress.passive().elites(),
            progress.unimproved(),
            usage.estimated()
        };
        System.arraycopy(whole, 0, block.longs, at * LONGS, LONGS);
        write(progress.statistics(), block.doubles, at * DOUBLES);
        write(progress.passive(), block.doubles, at * DOUBLES + DOUBLES / 2);
        size++;
    }

    private static void write(Statistics statistics, double[] target, int at) {
        target[at] = statistics.qdScore();
        target[at + 1] = statistics.best();
        target[at + 2] = statistics.mean();
    }

    /** What was appended so far; later appends do not change it. */
    List<Progress> view() {
        List<Block> shared = List.copyOf(blocks);
        int length = size;
        return new View(shared, length, cells, passiveCells);
    }

    private static final class View extends AbstractList<Progress> implements RandomAccess {

        private final List<Block> blocks;
        private final int length;
        private final int cells;
        private final int passiveCells;

        View(List<Block> blocks, int length, int cells, int passiveCells) {
            this.blocks = blocks;
            this.length = length;
            this.cells = cells;
            this.passiveCells = passiveCells;
        }

        @Override
        public Progress get(int index) {
            Block block = blocks.get(Objects.checkIndex(index, length) / BLOCK);
            int at = index % BLOCK * LONGS;
            long[] whole = block.longs;
            return new Progress(
                    whole[at],
                    whole[at + 1],
                    new Usage(whole[at + 2], whole[at + 3], whole[at + 4], whole[at + 5], whole[at + 9]),
                    statistics(block, whole[at + 6], cells, index % BLOCK * DOUBLES),
                    statistics(block, whole[at + 7], passiveCells, index % BLOCK * DOUBLES + DOUBLES / 2),
                    whole[at + 8]);
        }

        private static Statistics statistics(Block block, long elites, int cells, int at) {
            double[] real = block.doubles;
            return new Statistics((int) elites, cells, real[at], real[at + 1], real[at + 2]);
        }

        @Override
        public int size() {
            return length;
        }
    }
}
