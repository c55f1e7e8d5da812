package dev.elm4j.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several methods of one name is called. */
class EntryPointTest {

    /** Methods of one name. */
    static final class Overloads {
        static String one(long x) {
            return "long";
        }

        static String one(int x) {
            return "int";
        }

        static String one(double x) {
            return "double";
        }

        static String one(Object x) {
            return "Object";
        }

        static String one(String x) {
            return "String";
        }

        static String one(int x, int... rest) {
            return "int, " + rest.length;
        }

        static String rest(Object... all) {
            return "rest " + all.length;
        }

        static <T extends Comparable<T>> String generic(List<T> values) {
            return values.get(0).getClass().getSimpleName();
        }

        private Overloads() {}
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "one|[1]|int", "one|[3000000000]|long", "one|[1.5]|double", "one|[\"a\"]|String", "one|[[1]]|Object",
                "one|[1,2]|int, 1", "one|[1,2,3]|int, 2", "rest|[]|rest 0", "rest|[1,\"a\"]|rest 2",
                        "rest|[[1,2,3]]|rest 3",
                "generic|[[1]]|Integer"
            })
    void theNarrowestMethodIsCalled(String name, String arguments, String answer) throws Exception {
        EntryPoint entry = EntryPoint.find(Overloads.class, name);
        assertThat(entry.call((List<?>) JsonReader.read(arguments)).run()).isEqualTo(answer);
    }

    @Test
    void aCallOfNoMethodSaysWhyNot() throws Exception {
        EntryPoint entry = EntryPoint.find(Overloads.class, "generic");
        assertThatThrownBy(() -> entry.call(List.of())).hasMessage("generic takes 1 argument, but 0 came");
        assertThatThrownBy(() -> EntryPoint.find(Overloads.class, "absent"))
                .hasMessage("the class " + Overloads.class.getName() + " has no static method absent");
    }
}
