package dev.elm4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elm4j.archive.Statistics;
import dev.elm4j.environment.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The two tables that grow with a run: they must answer as the plain collections do that they replace. */
class CompactTest {

    @Test
    void firstsAnswerAsAHashMapDoes() {
        var random = new SplittableRandom(1);
        var plain = new HashMap<Fingerprint, Long>();
        var firsts = new Firsts();
        int different = 0;
        for (long number = 0; number < 200_000; number++) {
            // Few different values, so that copies and equal halves are frequent; zero and negative ones among them.
            var print = new Fingerprint(random.nextInt(400) - 200, random.nextInt(400) - 200);
            Long first = plain.putIfAbsent(print, number);
            different += firsts.putIfAbsent(print, number) == (first == null ? -1 : first) ? 0 : 1;
        }
        assertThat(different).isZero();
        assertThat(plain).hasSizeGreaterThan(100_000);
    }

    @Test
    void differentValuesHaveDifferentFingerprintsAndEqualOnesEqual() throws Exception {
        var mapper = new ObjectMapper();
        List<String> values = List.of(
                "1",
                "1.0",
                "-0.0",
                "0.0",
                "\"1\"",
                "true",
                "null",
                "\"\"",
                "[]",
                "{}",
                "[[]]",
                "[\"a\",\"b\"]",
                "[\"ab\"]",
                "[[\"a\"],\"b\"]",
                "{\"a\":1}",
                "{\"a\":2}",
                "{\"b\":1}",
                "[\"a\",1]",
                "\"\\ud800\"",
                "\"\\ud801\"",
                "123456789012345678901234567890",
                "4294967297",
                "[1,2]",
                "[12]");
        var prints = new HashSet<Fingerprint>();
        for (String value : values) {
            assertThat(prints.add(Fingerprint.of(mapper.readTree(value))))
                    .as(value)
                    .isTrue();
            assertThat(Fingerprint.of(mapper.readTree(value))).isIn(prints);
        }
        assertThat(Fingerprint.of(JsonNodeFactory.instance.numberNode(7L)))
                .isEqualTo(Fingerprint.of(mapper.readTree("7")));
    }

    @Test
    void theHistoryGivesBackWhatWasAppendedAndAViewNeverChanges() {
        var random = new SplittableRandom(2);
        var plain = new ArrayList<Progress>();
        var history = new History(50, 70);
        var views = new ArrayList<List<Progress>>();
        for (int i = 0; i < 3_000; i++) {
            var progress = new Progress(
                    random.nextLong(),
                    random.nextLong(),
                    new Usage(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()),
                    statistics(random, 50),
                    statistics(random, 70),
                    random.nextLong());
            plain.add(progress);
            history.append(progress);
            if (i % 500 == 0) {
                views.add(history.view());
            }
        }
        assertThat(history.view()).isEqualTo(plain);
        views.forEach(view -> assertThat(view).isEqualTo(plain.subList(0, view.size())));
    }

    private static Statistics statistics(SplittableRandom random, int cells) {
        double best = random.nextInt(9) == 0 ? Double.NaN : random.nextDouble();
        return new Statistics(random.nextInt(cells), cells, random.nextDouble(), best, random.nextDouble());
    }
}
