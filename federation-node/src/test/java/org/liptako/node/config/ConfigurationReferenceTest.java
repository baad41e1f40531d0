package org.liptako.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReferenceTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(liptako\\.[^`]+)` \\|");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theReferenceListsEveryKeyAndNoOther(String language) throws IOException {
        Path page = Path.of("..", "docs", language, "configuration.md");

        List<String> listed = ROW.matcher(Files.readString(page))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(listed).containsExactlyElementsOf(SettingsKeys.ALL);
    }
}
