package org.liptako.policy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final List<String> mistakes = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"NO", "\"NO\"", "'NO'", "3", "0x1F", "2026-07-01", "~", "null", "true", "1e3", ".inf"})
    void takesEveryScalarForText(String written) {
        YamlNode node = read("a: " + written).orElseThrow();

        String text = written.replaceAll("[\"']", "");
        assertThat(node)
                .isEqualTo(new YamlNode.Mapping(
                        List.of(new YamlNode.Entry(
                                new YamlNode.Scalar("a", new Place(1, 1)), new YamlNode.Scalar(text, new Place(1, 4)))),
                        new Place(1, 1)));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void countsColumnsInCodePoints() {
        read("é𝄞: [x, *y]");

        assertThat(mistakes).containsExactly("1:9 ALIAS");
    }

    @Test
    void readsASurrogatePairWhereverItStands() {
        for (int length = 1_000; length < 1_050; length++) {
            String text = "x".repeat(length) + "𝄞𝄞𝄞";
            assertThat(read("a: " + text)).isPresent();
        }
        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a: [",
                "a: {x",
                "a: 'x",
                "\ta: b",
                "- a\nb: c",
                "a: @x",
                "%YAML 2.0\n---\na: b",
                "a: &",
                "a: *",
                "]",
                "a: \"\\q\""
            })
    void readsNothingOfWhatIsNotYaml(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(mistakes).singleElement().asString().endsWith(" NOT_YAML");
    }

    private Optional<YamlNode> read(String text) {
        return new YamlReader()
                .read(text.getBytes(UTF_8), (place, mistake, arguments) -> mistakes.add(place + " " + mistake.name()));
    }
}
