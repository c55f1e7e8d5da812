package dev.elm4j.environments.programs;

import static java.util.Objects.requireNonNull;

import dev.elm4j.environment.Context;
import dev.elm4j.environment.EnvironmentUnavailable;
import dev.elm4j.sandbox.GuardLevel;
import dev.elm4j.sandbox.Language;
import dev.elm4j.sandbox.Limits;
import dev.elm4j.sandbox.Program;
import dev.elm4j.sandbox.ProgramRequest;
import dev.elm4j.sandbox.ProgramResult;
import dev.elm4j.sandbox.Sandbox;
import dev.elm4j.text.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** How programs are called and scored; what of an environment does not concern the map. */
record Rules(
        String name,
        Language language,
        String entryPoint,
        Sandbox sandbox,
        List<Case> examples,
        List<Case> heldOut,
        Scoring scoring,
        Usage usage) {

    /** How values are scored; the version is the score's identity. */
    record Scoring(String version, CaseScore score) {}

    /** What a program may use, and what of it is read first. */
    record Usage(Limits limits, GuardLevel guard) {}

    /** A source, and the seed of its random numbers. */
    record Seeded(String source, long seed) {}

    private static final int LOOK_MS = 50;

    Rules {
        requireNonNull(name, "name");
        requireNonNull(language, "language");
        requireNonNull(entryPoint, "entryPoint");
        requireNonNull(sandbox, "sandbox");
        examples = List.copyOf(examples);
        heldOut = List.copyOf(heldOut);
    }

    static Rules of(String name, Language language, String entryPoint, Sandbox sandbox) {
        return new Rules(
                name,
                language,
                entryPoint,
                sandbox,
                List.of(),
                List.of(),
                new Scoring("exact", CaseScore.exact()),
                new Usage(Limits.usual(), GuardLevel.WARN));
    }

    Rules examples(List<Case> cases) {
        return new Rules(name, language, entryPoint, sandbox, cases, heldOut, scoring, usage);
    }

    Rules heldOut(List<Case> cases) {
        return new Rules(name, language, entryPoint, sandbox, examples, cases, scoring, usage);
    }

    Rules score(String version, CaseScore score) {
        var other = new Scoring(requireNonNull(version, "version"), requireNonNull(score, "score"));
        return new Rules(name, language, entryPoint, sandbox, examples, heldOut, other, usage);
    }

    Rules limits(Limits limits) {
        var other = new Usage(requireNonNull(limits, "limits"), usage.guard());
        return new Rules(name, language, entryPoint, sandbox, examples, heldOut, scoring, other);
    }

    Rules guard(GuardLevel level) {
        var other = new Usage(usage.limits(), requireNonNull(level, "level"));
        return new Rules(name, language, entryPoint, sandbox, examples, heldOut, scoring, other);
    }

    /** These rules with the examples alone to be run; with the held-out cases where there are no others. */
    Rules withoutHeldOut() {
        return examples.isEmpty() ? this : heldOut(List.of());
    }

    /** These rules, if there is something to score by. */
    Rules checked() {
        if (heldOut.isEmpty()) {
            throw new IllegalStateException(
                    ("Environment '%s' has no held-out cases, so nothing counts. Call .heldOut(Case.given(...)"
                                    + ".expects(...), ...).")
                            .formatted(name));
        }
        return this;
    }

    /** All cases in the order of the inputs: the examples first. */
    List<Case> cases() {
        return Stream.concat(examples.stream(), heldOut.stream()).toList();
    }

    Program program(String source) {
        return new Program(language, source, entryPoint);
    }

    String version() {
        var parts = new ArrayList<>(List.of(
                language.word(),
                entryPoint,
                scoring.version(),
                usage.limits().toString(),
                usage.guard().name(),
                Integer.toString(examples.size())));
        for (Case one : cases()) {
            parts.add(Values.identity(one.arguments()));
            parts.add(Values.identity(one.expected()));
        }
        return "1; " + Fingerprint.of(parts);
    }

    /** The task with its examples, which a model may know. */
    String task(String text) {
        var all = new StringBuilder(text);
        for (Case example : examples) {
            all.append(all.isEmpty() ? "" : "\n")
                    .append("Example: %s(%s) gives %s"
                            .formatted(entryPoint, example.call(), Values.text(example.expected())));
        }
        return all.toString();
    }

    private ProgramRequest request(Seeded source) {
        return new ProgramRequest(
                program(source.source()),
                cases().stream().map(Case::arguments).toList(),
                usage.limits(),
                source.seed(),
                usage.guard());
    }

    /** Runs one program outside a search. */
    Marks judge(String source, long seed) {
        return judge(List.of(new Seeded(source, seed)), Context.unmetered(seed, 1))
                .get(0);
    }

    /** Runs a batch, as many at once as the sandbox has slots; when the search is stopped, all of it is stopped. */
    List<Marks> judge(List<Seeded> sources, Context context) {
        var running = new ArrayList<CompletableFuture<ProgramResult>>();
        try {
            sources.forEach(source -> running.add(submitted(source)));
            var marks = new ArrayList<Marks>();
            for (int i = 0; i < sources.size(); i++) {
                marks.add(new Marks(this, sources.get(i).source(), trusted(await(running.get(i), context))));
            }
            return marks;
        } finally {
            running.forEach(future -> future.cancel(true));
        }
    }

    private CompletableFuture<ProgramResult> submitted(Seeded source) {
        try {
            return sandbox.submit(request(source));
        } catch (IllegalStateException closed) {
            throw new EnvironmentUnavailable(
                    "The sandbox of environment '%s' is closed. Open one, and make the environment and the search anew."
                            .formatted(name),
                    closed);
        }
    }

    private static ProgramResult await(CompletableFuture<ProgramResult> future, Context context) {
        while (true) {
            context.checkCancelled();
            try {
                return future.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue; // look whether the search is being stopped
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The run was stopped.");
            } catch (ExecutionException fault) {
                throw new EnvironmentUnavailable("The sandbox failed: " + fault.getCause(), fault.getCause());
            }
        }
    }

    private static ProgramResult trusted(ProgramResult result) {
        if (result.status().isInfrastructure()) {
            throw new EnvironmentUnavailable(
                    "The sandbox (%s) failed, and not the program: %s. Nothing was scored; run the"
                                    .formatted(result.tier().words(), result.detail())
                            + " cell again, or open the sandbox anew.");
        }
        return result;
    }
}
