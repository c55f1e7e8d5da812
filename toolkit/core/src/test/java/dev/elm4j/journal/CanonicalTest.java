package dev.elm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests in one form: what a file gives back has the hash that was written to it. */
class CanonicalTest {

    private final Random random = new Random(20261127);

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 3 ? 10 : 12)) {
            case 0 -> IntNode.valueOf(random.nextInt());
            case 1 -> LongNode.valueOf(random.nextLong());
            case 2 -> DoubleNode.valueOf(Double.longBitsToDouble(random.nextLong()));
            case 3 -> FloatNode.valueOf(Float.intBitsToFloat(random.nextInt()));
            case 4 -> BigIntegerNode.valueOf(new BigInteger(100, random));
            case 5 -> TextNode.valueOf(text());
            case 6 -> Json.MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 7 -> Json.MAPPER.getNodeFactory().nullNode();
            case 8 -> Json.MAPPER.getNodeFactory().binaryNode(new byte[] {1, 2, 3});
            case 9 -> DecimalNode.valueOf(new BigDecimal(new BigInteger(90, random), 20));
            case 10 -> {
                var array = Json.MAPPER.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = Json.MAPPER.createObjectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set("é" + random.nextInt(100), value(depth + 1));
                }
                yield object;
            }
        };
    }

    /** Half surrogate pairs among them. */
    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> (char) random.nextInt(0x80);
                        case 1 -> (char) random.nextInt(0x10000);
                        case 2 -> (char) (0xD800 + random.nextInt(0x800));
                        default -> 'a';
                    });
        }
        return text.toString();
    }

    @Test
    void whatIsReadBackHasTheSameHash() {
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            ObjectNode request = Json.MAPPER.createObjectNode();
            request.set("value", value(0));
            request.put("number", i);
            Canonical canonical = Canonical.of(request);
            byte[] line = Json.line(canonical.json());
            JsonNode read = Json.object(line, 0, line.length - 1);
            assertThat(Canonical.of(read).hash()).isEqualTo(canonical.hash());
            assertThat(Json.line(Canonical.of(read).json())).isEqualTo(line);
            hashes.add(canonical.hash());
        }
        assertThat(hashes).hasSize(3_000);
    }

    @Test
    void theOrderOfEntriesDoesNotMatterAndThatOfElementsDoes() throws Exception {
        var names = new ArrayList<>(java.util.List.of("model", "chat", "Ä", "z", "a"));
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(names, random);
            ObjectNode request = Json.MAPPER.createObjectNode();
            names.forEach(name -> request.put(name, name.length()));
            hashes.add(Canonical.of(request).hash());
        }
        assertThat(hashes).hasSize(1);
        assertThat(Canonical.of(Json.MAPPER.readTree("[1,2]")).hash())
                .isNotEqualTo(Canonical.of(Json.MAPPER.readTree("[2,1]")).hash());
    }

    /** As Python's hashlib gives it for the bytes {@code {"a":1,"b":"é"}}. */
    @Test
    void itIsTheSha256OfTheTextWithoutBlanks() throws Exception {
        assertThat(Canonical.of(Json.MAPPER.readTree("{\"b\": \"é\", \"a\": 1}"))
                        .hash())
                .isEqualTo("09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6");
    }

    @Test
    void theFirstDifferenceIsNamedByItsPlace() throws Exception {
        assertThat(difference("{\"a\":[1,{\"b/c\":\"x\"}]}", "{\"a\":[1,{\"b/c\":\"y\"}]}"))
                .isEqualTo("they differ first at /a/1/b~1c, where it was \"x\" and is now \"y\"");
        assertThat(difference("{\"a\":1}", "{\"a\":1,\"b\":2}")).contains("/b, where it was nothing and is now 2");
        assertThat(difference("[1,2]", "[1]")).contains("/1, where it was 2 and is now nothing");
        String begin = "a".repeat(500);
        assertThat(difference("\"" + begin + "one\"", "\"" + begin + "two and more\""))
                .contains("aone\"")
                .contains("atwo and more\"")
                .hasSizeLessThan(250);
        assertThat(difference("{}", "{}")).contains("alike");
    }

    private static String difference(String recorded, String wanted) throws Exception {
        return Difference.first(Json.MAPPER.readTree(recorded), Json.MAPPER.readTree(wanted));
    }
}
