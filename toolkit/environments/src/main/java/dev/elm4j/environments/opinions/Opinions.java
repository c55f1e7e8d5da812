package dev.elm4j.environments.opinions;

import dev.elm4j.environment.Environment;
import dev.elm4j.model.LikelihoodModel;

/** One-sentence opinions about a subject. */
public final class Opinions {

    private Opinions() {}

    /** Opinions about {@code subject}, judged by {@code judge}. */
    public static Environment<String> about(String subject, LikelihoodModel judge) {
        throw new UnsupportedOperationException();
    }
}
