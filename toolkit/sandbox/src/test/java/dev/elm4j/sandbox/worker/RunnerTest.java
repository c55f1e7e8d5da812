package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        List<Object> request = new ArrayList<>(List.of("run", main, "run", "7", "" + resultBytes, "16"));
        javac.classes().forEach((name, bytes) -> request.addAll(List.of(name, bytes)));
        try (InsideJvm jvm = InsideJvm.runner()) {
            jvm.send(request.toArray());
            return answers(jvm, inputs);
        }
    }

    private static Answers answers(InsideJvm jvm, String inputs) throws InterruptedException {
        Answers answers = new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), false, 0);
        List<String> frame = jvm.receive();
        if (List.of("loaded").equals(frame)) {
            jvm.send("inputs", inputs);
            frame = jvm.receive();
        }
        while (frame != null && frame.get(0).equals("outcome")) {
            answers.statuses.add(frame.get(1));
            answers.values.add(frame.get(2));
            answers.details.add(frame.get(3));
            frame = jvm.receive();
        }
        if (frame != null && frame.get(0).equals("failed")) {
            answers.statuses.add("failed " + frame.get(1));
            answers.details.add(frame.get(2));
            jvm.hangUp();
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
                        "run takes 1 argument, but 2 came");
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

    @Test
    void hostileValuesAreOnlyTheProgramsOwnFailure() throws Exception {
        String source =
                """
                import java.util.*;
                public class P {
                    static class Bad { @Override public String toString() { throw new IllegalStateException("mine"); } }
                    static class Worse extends RuntimeException {
                        @Override public String getMessage() { throw this; }
                        @Override public StackTraceElement[] getStackTrace() { return null; }
                    }
                    static class Endless extends AbstractMap<String, String> {
                        @Override public Set<Map.Entry<String, String>> entrySet() { return Set.of(); }
                        @Override public int size() { return Integer.MAX_VALUE; }
                    }
                    static class Deep { @Override public String toString() { return "" + new Deep(); } }
                    static class Silent { @Override public String toString() { return null; } }
                    static class Count implements Iterator<Integer> {
                        public boolean hasNext() { return true; }
                        public Integer next() { return 1; }
                    }
                    static class Lazy extends AbstractCollection<Integer> {
                        @Override public Iterator<Integer> iterator() { return new Count(); }
                        @Override public int size() { return 1; }
                    }
                    public static Object run(int n) {
                        switch (n) {
                            case 0: return new Bad();
                            case 1: throw new Worse();
                            case 2: return List.of(new Endless());
                            case 3: return new Deep();
                            case 4: return new Silent();
                            case 5: throw new Error(new String(new char[100_000]));
                            case 6: Object o = "x"; return (Integer) o;
                            case 7: List<Object> l = new ArrayList<>(); l.add(l); l.add(1); return l.hashCode();
                            default: return Collections.unmodifiableCollection(new Lazy());
                        }
                    }
                }
                """;
        Answers answers = run(source, "[[0],[1],[2],[3],[4],[5],[6],[7],[8],[2]]");
        assertThat(answers.statuses)
                .containsExactly(
                        "EXCEPTION",
                        "EXCEPTION",
                        "VALID",
                        "STACK_OVERFLOW",
                        "VALID",
                        "EXCEPTION",
                        "TYPE_ERROR",
                        "STACK_OVERFLOW",
                        "RESULT_TOO_LARGE",
                        "RESULT_TOO_LARGE");
        assertThat(answers.details.get(0)).isEqualTo("java.lang.IllegalStateException: mine (line 3)");
        assertThat(answers.details.get(1)).isEqualTo("P$Worse (its message cannot be read)");
        assertThat(answers.values.get(2)).isEqualTo("[{\"r\":\"{}\",\"t\":\"P$Endless\"}]");
        assertThat(answers.values.get(4)).isEqualTo("{\"r\":\"null\",\"t\":\"P$Silent\"}");
        assertThat(answers.details).allMatch(detail -> detail.length() <= 1_000);
        assertThat(answers.done).isTrue();
    }

    @Test
    void staticInitialisersFailAsLoading() throws Exception {
        String source = "class P { static int x = 1 / Integer.parseInt(\"0\"); static int run() { return x; } }";
        Answers answers = run(source, "[[],[]]");
        assertThat(answers.statuses).containsExactly("failed LOAD_ERROR");
        assertThat(answers.details)
                .containsExactly("in a static initialiser: java.lang.ArithmeticException: / by zero (line 1)");
        assertThat(run("class P { static { run(); } static int run() { return run(); } }", "[[]]").statuses)
                .containsExactly("failed STACK_OVERFLOW");
        String full = "class P { static byte[] x = new byte[1 << 30]; static int run() { return 1; } }";
        assertThat(run(full, "[[]]").statuses).containsExactly("failed MEMORY_LIMIT");
    }

    @Test
    void whatIsThrownByACallNeverLooksAsIfNothingHadBeenCalled() throws Exception {
        String source = "class P { static int seen; static class Q { static int x = 1 / (seen - seen); }"
                + " static int run(int n) { seen = n; if (n == 1) throw new NoClassDefFoundError(\"asked \" + n);"
                + " return Q.x; } }";
        Answers answers = run(source, "[[1],[2],[3]]");
        assertThat(answers.statuses).containsExactly("EXCEPTION", "EXCEPTION", "EXCEPTION");
        assertThat(answers.details.get(1))
                .isEqualTo("in a static initialiser: java.lang.ArithmeticException: / by zero (line 1)");
    }

    @Test
    void inputsThatFindNoMemoryAreSoAnswered() throws Exception {
        String source = "import java.util.*; class P { static List<Object> kept = new ArrayList<>(100_000); static {"
                + " for (int size = 1 << 20; size > 1 << 15; ) { try { kept.add(new byte[size]); }"
                + " catch (OutOfMemoryError e) { size /= 2; } } } static int run(List<?> x) { return 1; } }";
        Answers answers = run(source, "[[[" + "1,".repeat(1 << 20) + "1]]]");
        assertThat(answers.statuses).containsExactly("failed MEMORY_LIMIT");
    }

    /** Statements of {@code run} or of a value's {@code toString}: each throws what the code around it could mistake. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new Itself();",
                "throw new Silent();",
                "throw new java.lang.reflect.InvocationTargetException(null);",
                "throw new NoSuchMethodException();",
                "throw new ClassNotFoundException(\"x\".repeat(5 << 20));",
                "throw new ExceptionInInitializerError(new Itself());",
                "Error e = new Error(); for (int i = 0; i < 100000; i++) e = new ExceptionInInitializerError(e); throw e;"
            })
    void whatIsThrownIsNothingButAnException(String statement) throws Exception {
        String source = "public class P { static class Itself extends ExceptionInInitializerError {"
                + " public Throwable getCause() { return this; } }"
                + " static class Silent extends ExceptionInInitializerError {"
                + " public Throwable getCause() { throw new IllegalStateException(\"none\"); } }"
                + " static void thrown() throws Throwable { " + statement + " }"
                + " static <T extends Throwable> void sneak(Throwable any) throws T { throw (T) any; }"
                + " static Object run(int n) throws Throwable { if (n == 0) thrown(); return new Object() {"
                + " public String toString() { try { thrown(); } catch (Throwable t) { P.<Error>sneak(t); } return \"\"; }"
                + " }; } }";
        Answers answers = run(source, "[[0],[1]]");
        assertThat(answers.statuses).containsExactly("EXCEPTION", "EXCEPTION");
        assertThat(answers.details).allMatch(detail -> detail.length() <= 1_000);
        assertThat(answers.done).isTrue();
    }

    @Test
    void memoryUsedUpForGoodStillGetsAnAnswer() throws Exception {
        String source = "import java.util.*; class P { static List<Object> kept = new LinkedList<>(); static int run()"
                + " { for (int size = 1 << 20; ; ) { try { kept.add(new byte[size]); } catch (OutOfMemoryError e)"
                + " { if (size < 64) throw e; size /= 2; } } } }";
        Answers answers = run(source, "[[],[]]");
        assertThat(answers.statuses).containsExactly("MEMORY_LIMIT", "MEMORY_LIMIT");
    }

    @Test
    void theProgramSeesAFixedWorld() throws Exception {
        String body = "return List.of(Locale.getDefault().toString(), TimeZone.getDefault().getID(), System.in.read(),"
                + " Long.getLong(\"elm4j.seed\"), Thread.currentThread().getContextClassLoader() =="
                + " P.class.getClassLoader());";
        assertThat(run(program("", body), "[[]]").values).containsExactly("[\"\",\"UTC\",-1,7,true]");
    }

    @Test
    void classesOfTheWorkerAreNotTheProgramsWhateverTheirNames() throws Exception {
        String source =
                "package dev.elm4j.sandbox.worker; public class Runner { public static String run() throws Exception"
                        + " { try { Class.forName(\"dev.elm4j.sandbox.worker.Wire\"); return \"seen\"; }"
                        + " catch (ClassNotFoundException absent) { return Runner.class.getDeclaredMethods().length + \"\"; } } }";
        assertThat(run(source, "[[]]").values).containsExactly("\"1\"");
    }

    @Test
    void aThreadThatGoesOnHoldsNobodyUp() throws Exception {
        Answers answers = run(program("", "new Thread(() -> { while (true) { } }).start(); return 1;"), "[[],[]]");
        assertThat(answers.values).containsExactly("1", "1");
        assertThat(answers.done).isTrue();
        assertThat(answers.exit).isZero();
    }

    @Test
    void aMutatedArgumentIsNotSeenByTheNextInput() throws Exception {
        Answers answers = run(program("int[] a", "a[0]++; return a;"), "[[[1]],[[1]]]");
        assertThat(answers.values).containsExactly("[2]", "[2]");
    }

    @Test
    void aRunnerWhoseSupervisorLeavesEnds() throws Exception {
        try (InsideJvm jvm = InsideJvm.runner()) {
            jvm.hangUp();
            assertThat(jvm.receiveBytes()).isNull();
            assertThat(jvm.exit()).isZero();
        }
    }
}
