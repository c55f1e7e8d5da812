package dev.elm4j.journal;

import dev.elm4j.archive.Axis;
import dev.elm4j.environment.Calls;
import dev.elm4j.environment.Codec;
import dev.elm4j.environment.Context;
import dev.elm4j.environment.Environment;
import dev.elm4j.environment.Evaluation;
import dev.elm4j.environment.Exchange;
import dev.elm4j.environment.Failure;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * An operator and a judge that ask a "model"; each request holds a number from the candidate's stream, so that no two calls of
 * a run have the same one.
 *
 * @param model answers texts
 * @param exchange how it is asked
 * @param wording begins every request
 */
record Asking(UnaryOperator<String> model, Exchange<UnaryOperator<String>, String, String> exchange, String wording) {

    /** Counts how often a model is really asked. */
    static UnaryOperator<String> counted(AtomicInteger calls, UnaryOperator<String> model) {
        return request -> {
            calls.incrementAndGet();
            return model.apply(request);
        };
    }

    /** Answers otherwise every time, now and then with nothing or an exception. */
    static String atRandom(String request) {
        var random = ThreadLocalRandom.current();
        int luck = random.nextInt(100);
        if (luck < 3) {
            throw new IllegalStateException("out of order, " + random.nextInt(1000));
        }
        return luck < 10 ? "" : word(random.nextInt(2, 30), random.nextInt(1 << 20));
    }

    /** Answers a request alike every time. */
    static String alike(String request) {
        int hash = request.hashCode();
        return hash % 13 == 0 ? "" : word(2 + Math.floorMod(hash, 28), hash >>> 4);
    }

    private static String word(int length, int number) {
        var letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + Math.floorMod(number * (i + 7) >>> i % 5, 26)));
        }
        return letters.toString();
    }

    Operator<String> operator() {
        return new Operator<>() {
            @Override
            public String name() {
                return "writer";
            }

            @Override
            public List<Proposal<String>> propose(List<Plan<String>> plans, Context context) {
                var parents = plans.stream()
                        .map(plan -> plan.parents().get(0).solution())
                        .toList();
                return answers("vary", parents, context).stream()
                        .map(answer -> answer.isEmpty()
                                ? Proposal.<String>failed(new Failure(Failure.NO_SOLUTION, "The answer is blank."))
                                : Proposal.of(answer).asked("…", answer))
                        .toList();
            }
        };
    }

    Environment<String> environment() {
        return new Environment<>() {
            @Override
            public String name() {
                return "judged";
            }

            @Override
            public Codec<String> codec() {
                return Codec.string();
            }

            @Override
            public List<Axis> axes() {
                return List.of(
                        Axis.of("length", 0, 40).bins(20),
                        Axis.of("first letter", 'a', 'z').bins(13));
            }

            @Override
            public List<String> seeds() {
                return List.of("hello", "world", "aeiou");
            }

            @Override
            public List<Evaluation> evaluate(List<String> solutions, Context context) {
                List<String> verdicts = answers("judge", solutions, context);
                var evaluations = new ArrayList<Evaluation>();
                for (int i = 0; i < verdicts.size(); i++) {
                    String solution = solutions.get(i);
                    evaluations.add(
                            verdicts.get(i).isEmpty()
                                    ? Evaluation.failed("silent", "The judge said nothing.")
                                    : Evaluation.of(verdicts.get(i).length(), solution.length(), solution.charAt(0)));
                }
                return evaluations;
            }
        };
    }

    private List<String> answers(String task, List<String> texts, Context context) {
        var calls = new ArrayList<Calls.Call<String>>();
        for (int i = 0; i < texts.size(); i++) {
            String request = "%s %s %s %x"
                    .formatted(wording, task, texts.get(i), context.random(i).nextLong());
            calls.add(new Calls.Call<>(i, request));
        }
        return context.calls(model).ask(exchange, calls);
    }
}
