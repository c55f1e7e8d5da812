package dev.elm4j.local;

import dev.elm4j.model.Completion;
import dev.elm4j.model.CompletionRequest;
import dev.elm4j.model.Sampling;
import java.util.SplittableRandom;

/** One text of a batch while it is written: its prompt, its own random stream, what it has so far. Not thread-safe. */
final class TextRow {

    private final CompletionRequest request;
    private final long[] prompt;
    private final SplittableRandom random;
    private final WrittenText text;
    private int written;
    private boolean ended;
    private long last;

    TextRow(CompletionRequest request, long[] prompt) {
        this.request = request;
        this.prompt = prompt;
        this.random = new SplittableRandom(request.seed());
        this.text = new WrittenText(request.stops());
    }

    long[] prompt() {
        return prompt;
    }

    Sampling sampling() {
        return request.sampling();
    }

    /** The token drawn last. */
    long last() {
        return last;
    }

    /** Position in the text of the token drawn last. */
    int position() {
        return prompt.length + written - 1;
    }

    /** Draws a token; true if the text goes on after it. */
    boolean draw(NextTokens next, int row, Vocabulary vocabulary) {
        boolean mayEnd = written >= sampling().minTokens();
        int token = TokenChoice.draw(next, row, sampling(), id -> !mayEnd && vocabulary.isControl(id), random);
        written++;
        last = token;
        if (vocabulary.isControl(token)) {
            ended = true;
        } else {
            text.append(vocabulary.bytes(token));
            ended = text.stopped();
        }
        return !ended && written < sampling().maxTokens();
    }

    /** What is written so far and will not change. */
    String settled() {
        return text.settled();
    }

    Completion completion() {
        return new Completion(text.text(), !ended, prompt.length, written);
    }
}
