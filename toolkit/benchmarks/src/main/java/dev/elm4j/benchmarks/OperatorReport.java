package dev.elm4j.benchmarks;

import dev.elm4j.environment.Context;
import dev.elm4j.local.LocalModel;
import dev.elm4j.notebook.Models;
import dev.elm4j.operator.Operator;
import dev.elm4j.operator.Parent;
import dev.elm4j.operator.Plan;
import dev.elm4j.operator.Proposal;
import dev.elm4j.prompting.CommitMutation;
import dev.elm4j.prompting.Crossover;
import dev.elm4j.prompting.ProgramEdits;
import dev.elm4j.prompting.ProgramMutation;
import dev.elm4j.prompting.Repair;
import dev.elm4j.prompting.Rewrite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of what each operator proposes with the model in the kernel is usable: solutions, different ones among them, and
 * the kinds of failure, over tries from fixed parents. Whether a solution is any good is the environment's to say.
 * Arguments: number of tries, default 20; {@code show} prints the solutions, and the answers of failures, too; then a part of the names to run.
 */
public final class OperatorReport {

    private static final List<String> OPINIONS = List.of(
            "The soup was hot and the bread was fresh.",
            "I waited an hour for a cold steak.",
            "Our waiter was friendly, and he knew the wine.",
            "The dessert was far too sweet for me.",
            "It was a nice place, but much too loud to talk.",
            "I would go there again for the fish alone.");

    private static final List<String> PROMPTS = List.of(
            "Decide whether the sentence is positive or negative.",
            "Answer with one word: is the writer happy or angry?",
            "Read the review and say how the guest felt.");

    private static final List<String> PROGRAMS = List.of(
            "def walk(step):\n    x = step * 3\n    y = x + 2\n    return (x, y)",
            "def walk(step):\n    x = 0\n    for i in range(step):\n        x = x + i\n    return (x, 2 * x)",
            "def walk(step):\n    if step % 2 == 0:\n        return (step, 1)\n    y = step * step\n    return (y, 0)");

    private static final List<String> LETTERS = List.of(
            "Dear neighbour,\nyour cat was in my garden again.\nI like her.\nYours, Tom",
            "Dear neighbour,\nthe music was loud last night.\nPlease close the window.\nYours, Ann");

    private record Row(Operator<String> operator, List<String> parents) {}

    private OperatorReport() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        int tries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        boolean shown = arguments.length > 1 && arguments[1].equals("show");
        String part = arguments.length > 2 ? arguments[2] : "";
        try (LocalModel model = Models.local()) {
            System.out.printf("%s%n%s%n%d tries each%n", Host.name(), model.identity(), tries);
            System.out.println("usable | different | seconds | operator | failures");
            rows(model).forEach((name, row) -> {
                if (name.contains(part)) {
                    report(name, row, tries, shown);
                }
            });
        }
    }

    private static LinkedHashMap<String, Row> rows(LocalModel model) {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("lmx lines", new Row(Crossover.lmx(model, 4), OPINIONS));
        rows.put("lmx rewriting", new Row(Crossover.lmx(model, 4).rewriting(), OPINIONS));
        rows.put("lmx texts", new Row(Crossover.lmx(model, 2).texts(), LETTERS));
        rows.put("lmx programs", new Row(Crossover.lmx(model, 3).programs("python"), PROGRAMS));
        rows.put(
                "lmx programs rewriting",
                new Row(Crossover.lmx(model, 3).programs("python").rewriting(), PROGRAMS));
        rows.put("rewrite opinions", new Row(Rewrite.of(model), OPINIONS));
        rows.put("rewrite prompts", new Row(Rewrite.of(model), PROMPTS));
        rows.put("rewrite chatted", new Row(Rewrite.of(model).chatted(), OPINIONS));
        rows.put("program", new Row(ProgramMutation.of(model, "python"), PROGRAMS));
        rows.put("program chatted", new Row(ProgramMutation.of(model, "python").chatted(), PROGRAMS));
        rows.put("edits diff", new Row(ProgramEdits.diff(model).language("python"), PROGRAMS));
        rows.put(
                "edits search-replace",
                new Row(ProgramEdits.searchReplace(model).language("python"), PROGRAMS));
        rows.put("commit", new Row(CommitMutation.of(model).file("walk.py"), PROGRAMS));
        rows.put(
                "commit trained",
                new Row(CommitMutation.of(model).file("walk.py").trained(), PROGRAMS));
        rows.put(
                "commit chatted",
                new Row(CommitMutation.of(model).file("walk.py").chatted(), PROGRAMS));
        rows.put(
                "repair",
                new Row(
                        Repair.of(model, program -> Optional.of("NameError: name 'stp' is not defined"))
                                .language("python"),
                        PROGRAMS.stream()
                                .map(program -> program.replaceFirst("= step|\\(step\\):$", "= stp"))
                                .toList()));
        return rows;
    }

    private static void report(String name, Row row, int tries, boolean shown) {
        long begin = System.nanoTime();
        var proposals = row.operator().propose(plans(row, tries), Context.unmetered(7, tries));
        double seconds = (System.nanoTime() - begin) / 1e9;
        var solutions = new ArrayList<String>();
        var failures = new TreeMap<String, Integer>();
        for (Proposal<String> proposal : proposals) {
            if (proposal instanceof Proposal.Solved<String> solved) {
                solutions.add(solved.solution());
            } else if (proposal instanceof Proposal.Failed<String> failed) {
                failures.merge(failed.failure().kind(), 1, Integer::sum);
                if (shown) {
                    System.out.println(indented(failed.failure() + "\n" + failed.answer()));
                }
            }
        }
        solutions.stream()
                .filter(solution -> shown)
                .map(OperatorReport::indented)
                .forEach(System.out::println);
        long different = solutions.stream()
                .distinct()
                .filter(solution -> !row.parents().contains(solution))
                .count();
        System.out.println(String.format(
                Locale.ROOT,
                "%3d %% | %3d %% | %5.1f | %s: %s | %s",
                100 * solutions.size() / tries,
                100 * different / tries,
                seconds,
                name,
                row.operator().name(),
                failures.entrySet().stream()
                        .map(failure -> failure.getValue() + " " + failure.getKey())
                        .collect(Collectors.joining(", "))));
    }

    private static String indented(String text) {
        return "    " + text.replace("\n", "\n    ") + "\n";
    }

    private static List<Plan<String>> plans(Row row, int tries) {
        var plans = new ArrayList<Plan<String>>();
        int pool = row.parents().size();
        for (int i = 0; i < tries; i++) {
            var parents = new ArrayList<Parent<String>>();
            for (int j = 0; j < Math.min(row.operator().parents(), pool); j++) {
                int number = (i + j) % pool;
                parents.add(new Parent<>(number, row.parents().get(number), OptionalDouble.empty()));
            }
            plans.add(new Plan<>(100 + i, i, parents));
        }
        return plans;
    }
}
