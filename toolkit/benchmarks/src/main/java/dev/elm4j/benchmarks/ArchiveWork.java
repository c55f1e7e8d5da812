package dev.elm4j.benchmarks;

import dev.elm4j.archive.Archive;
import dev.elm4j.archive.BatchResult;
import dev.elm4j.archive.Elite;
import dev.elm4j.archive.Tessellation;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What {@link ArchiveBenchmark} times, for JMH: single shots, each on an archive of its own. Cells and entries are made
 * once, as on pyribs' side. Solutions are kept by reference, where pyribs copies them into its table.
 */
@State(Scope.Thread)
public class ArchiveWork { // not final: JMH extends it

    private static final int BATCH = 100;

    /** Name of the {@link ArchiveRow}; its work is the method of this class that is run. */
    @Param("GRID_BATCH")
    String name;

    private ArchiveRow row;
    private PortableData data;
    private List<PortableData> batches;
    private Tessellation tessellation;
    private Archive<double[]> archive;

    /** Makes cells and entries. */
    @Setup(Level.Trial)
    public void prepare() {
        row = ArchiveRow.valueOf(name);
        data = PortableData.of(row.entries());
        batches = data.batches(BATCH);
        tessellation = row.tessellation();
    }

    /** Makes the archive of the next shot. */
    @Setup(Level.Invocation)
    public void fresh() {
        archive = Archive.of(tessellation);
        if (row.filled()) {
            batch();
        }
    }

    /** Adds all entries at once. */
    @Benchmark
    public BatchResult batch() {
        return archive.add(data.solutions(), data.objectives(), data.measures());
    }

    /** Adds all entries in batches of {@value #BATCH}. */
    @Benchmark
    public void batches(Blackhole answers) {
        for (PortableData batch : batches) {
            answers.consume(archive.add(batch.solutions(), batch.objectives(), batch.measures()));
        }
    }

    /** Adds one entry after the other. */
    @Benchmark
    public void singly(Blackhole answers) {
        for (int i = 0; i < data.size(); i++) {
            answers.consume(archive.add(data.solutions().get(i), data.objectives()[i], data.measures()[i]));
        }
    }

    /** Samples as many elites as there are entries. */
    @Benchmark
    public List<Elite<double[]>> sample() {
        return archive.sample(data.size(), new SplittableRandom(1));
    }

    /** Looks up the cell of every entry. */
    @Benchmark
    public int[] cells() {
        return tessellation.cellsOf(data.measures());
    }
}
