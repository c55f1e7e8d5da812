package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elm4j.contract.HostileTexts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void fillsEachPlaceAndNothingElse() {
        var template = Template.of("{{a}} {b} {{ c }} {{a}}{{b}} $0");
        assertThat(template.fill(Map.of("a", "1", "b", "2"))).isEqualTo("1 {b} {{ c }} 12 $0");
    }

    @Test
    void takesValuesAsTheyAre() {
        for (String text : HostileTexts.all()) {
            assertThat(Template.of("<{{text}}>").fill(Map.of("text", text))).isEqualTo("<" + text + ">");
        }
    }

    @Test
    void namesPlacesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.of("{{a}}").fill(Map.of("b", "1")))
                .withMessage("The template has the places [a], but the values are for [b]. Give one value per place.");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.resource(TemplateTest.class, "nothing.txt"))
                .withMessageContaining("nothing.txt");
    }
}
