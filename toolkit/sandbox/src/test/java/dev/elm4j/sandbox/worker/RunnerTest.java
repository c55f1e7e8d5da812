package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs in virtual machines of their own. */
class RunnerTest {

    /** Statuses, values and details, and whether it said that it is done. */
    private record Answers(List<String> statuses, List<String> values, List<String> details, boolean done, int exit) {}

    private static Answers run(String source, String inputs) throws Exception {
        return run(source, inputs, 1 << 20);
    }

    private static Answers run(String source, String inputs, int resultBytes) throws Exception {
        Javac javac = Javac.compile(source);
        assertThat(javac.errors()).isEmpty();
        String main = MainClass.find("run", javac.files(), javac.topLevel()).name();
        List<Object> request = new ArrayList<>(List.of("run", main, "run", "7", inputs, "" + resultBytes, "16"));
        javac.classes().forEach((name, bytes) -> request.addAll(List.of(name, bytes)));
        try (InsideJvm jvm = InsideJvm.runner()) {
            jvm.send(request.toArray());
            return answers(jvm);
        }
    }

    private static Answers answers(InsideJvm jvm) throws InterruptedException {
        Answers answers = new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), false, 0);
        List<String> frame = jvm.receive();
        while (frame != null && frame.get(0).equals("outcome")) {
            answers.statuses.add(frame.get(1));
            answers.values.add(frame.get(2));
            answers.details.add(frame.get(3));
            frame = jvm.receive();
        }
        boolean done = frame != null && frame.get(0).equals("done");
        return new Answers(answers.statuses, answers.values, answers.details, done, jvm.exit());
    }

    private static String program(String parameters, String body) {
        return "import java.util.*; public class P { public static Object run(" + parameters + ") throws Exception {\n"
                + body + "} }";
    }

    @Test
    void everyInputGetsItsOutcomeInOrder() throws Exception {
        Answers answers = run(program("int n", "return 6 / n;"), "[[3],[0],[2],[\"x\"],[1,2]]");
        assertThat(answers.statuses).containsExactly("VALID", "EXCEPTION", "VALID", "TYPE_ERROR", "TYPE_ERROR");
        assertThat(answers.values).containsExactly("2", "", "3", "", "");
        assertThat(answers.details)
                .containsExactly(
                        "",
                        "java.lang.ArithmeticException: / by zero (line 2)",
                        "",
                        "argument 1: \"x\" does not fit int",
                        "run takes 1 arguments, but 2 came");
        assertThat(answers.done).isTrue();
        assertThat(answers.exit).isZero();
    }

    @Test
    void recursionTenThousandDeepWorksAndWithoutEndOverflows() throws Exception {
        String source = "class P { static int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }"
                + " static int run(int n) { return deep(n); } }";
        Answers answers = run(source, "[[10000],[-1],[5]]");
        assertThat(answers.statuses).containsExactly("VALID", "STACK_OVERFLOW", "VALID");
        assertThat(answers.values).containsExactly("10000", "", "5");
    }

    @Test
    void whoeverUsesUpTheMemoryGetsNoMoreInputs() throws Exception {
        String body = "if (n == 0) return 1; List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[n]);";
        Answers answers = run(program("int n", body), "[[0],[1000000],[0]]");
        assertThat(answers.statuses).containsExactly("VALID", "MEMORY_LIMIT", "MEMORY_LIMIT");
        assertThat(answers.done).isTrue();
    }

    @Test
    void aProgramThatExitsLeavesNoFurtherAnswer() throws Exception {
        Answers answers = run(program("int n", "if (n == 3) System.exit(n); return n;"), "[[1],[3],[5]]");
        assertThat(answers.statuses).containsExactly("VALID");
        assertThat(answers.done).isFalse();
        assertThat(answers.exit).isEqualTo(3);
    }

    @Test
    void valuesShareOneLimit() throws Exception {
        Answers answers = run(program("int n", "return new int[n];"), "[[10],[50],[1000],[1]]", 200);
        assertThat(answers.statuses).containsExactly("VALID", "VALID", "RESULT_TOO_LARGE", "RESULT_TOO_LARGE");
    }
}
