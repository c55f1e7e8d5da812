package dev.elm4j.environments.opinions;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What opinions are about: a name, the topic that they are judged by, and the first sentences.
 *
 * <pre>{@code
 * Subject.of("a train journey", "travel", "The train was late.", "I slept all the way to Vienna.");
 * }</pre>
 *
 * @param name as a model is told, such as {@code a restaurant meal}
 * @param topic relevance is the probability of this topic; one of {@link #TOPICS}
 * @param seeds the first candidates, at least 1
 */
public record Subject(String name, String topic, List<String> seeds) {

    /** The topics that the judge tells apart. */
    public static final List<String> TOPICS = List.of("food", "travel", "sport", "family");

    /** The subject with seeds of its own in this package. */
    public static final Subject RESTAURANT_MEAL = of(
            "a restaurant meal",
            "food",
            "The soup was warm and the bread was fresh.",
            "We waited an hour and the fish was cold.",
            "The waiter brought us two plates of rice.",
            "I loved the little cafe on the corner.",
            "The steak was burnt.",
            "It was the best dinner of my life and I will certainly come back with all my friends.",
            "The menu had pictures of every dish.",
            "My coffee tasted like old socks and nobody said sorry.");

    /** @throws IllegalArgumentException if the topic is not one of {@link #TOPICS}, or there is no seed */
    public Subject {
        requireNonNull(name, "name");
        seeds = List.copyOf(seeds);
        if (!TOPICS.contains(topic)) {
            throw new IllegalArgumentException("The topic of '%s' must be one of %s, but was '%s'."
                    .formatted(name, String.join(", ", TOPICS), topic));
        }
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException(
                    "The subject '%s' has no seeds. Give a few sentences about it, best of different length and tone."
                            .formatted(name));
        }
    }

    /** A subject of one's own. */
    public static Subject of(String name, String topic, String... seeds) {
        return new Subject(name, topic, List.of(seeds));
    }

    /** The known subject of this name. */
    static Subject named(String name) {
        requireNonNull(name, "subject");
        if (!name.equals(RESTAURANT_MEAL.name())) {
            throw new IllegalArgumentException(
                    ("The subject with seeds of its own is '%s', but was '%s'. For another one give its topic (%s) and first "
                                    + "sentences: Opinions.about(Subject.of(\"a train journey\", \"travel\", \"The train was "
                                    + "late.\", ...), model).")
                            .formatted(RESTAURANT_MEAL.name(), name, String.join(", ", TOPICS)));
        }
        return RESTAURANT_MEAL;
    }
}
