package dev.elm4j.plot;

import static java.util.Objects.requireNonNull;

import dev.elm4j.archive.Archive;
import dev.elm4j.search.Progress;
import dev.elm4j.search.RunState;

/**
 * What a cell shows while a search runs, at one moment: progress, numbers, the map, the newest elites.
 *
 * <pre>{@code
 * var frame = new LiveFrame("opinions", RunState.RUNNING, archive, progress,
 *         new Pace(0, 200, Duration.ofSeconds(12)), "");
 * frame.bundle();   // HTML without scripts, under 100 KB, and text
 * }</pre>
 *
 * <p>The same frame always gives the same bundle.
 *
 * @param name of the run
 * @param state of the run
 * @param archive as it is at this moment, a snapshot
 * @param progress as it is at this moment
 * @param pace time and goal
 * @param note one sentence below the progress, such as the message of a report; may be empty
 */
public record LiveFrame(String name, RunState state, Archive<?> archive, Progress progress, Pace pace, String note) {

    /** The most that the HTML of a frame weighs, in bytes. */
    public static final int LIMIT = 100_000;

    public LiveFrame {
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        requireNonNull(archive, "archive");
        requireNonNull(progress, "progress");
        requireNonNull(pace, "pace");
        requireNonNull(note, "note");
    }

    /** The frame as HTML and text. */
    public Bundle bundle() {
        return Bundle.text(LiveText.of(this)).html(LiveHtml.of(this));
    }
}
