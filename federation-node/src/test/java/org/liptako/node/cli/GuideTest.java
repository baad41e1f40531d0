package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The legal officer's guide, followed word by word in both languages as far as it goes without a node; {@code GuideIT} follows the rest. */
class GuideTest {
    private final InputStream standardInput = System.in;
    private final Locale before = Locale.getDefault();

    @TempDir
    private Path directory;

    @AfterEach
    void putBack() {
        System.setIn(standardInput);
        Locale.setDefault(before);
    }

    @Test
    void theFrenchGuideIsTrue() throws IOException {
        follow("docs/fr/guide-du-juriste.md", Locale.FRENCH);
    }

    @Test
    void theEnglishGuideIsTrue() throws IOException {
        follow("docs/en/legal-officers-guide.md", Locale.ENGLISH);
    }

    private void follow(String guide, Locale language) throws IOException {
        Locale.setDefault(language);
        assertThat(new Guide(directory, UnaryOperator.identity()).follow(guide, block -> !block.needsNodes()))
                .isGreaterThan(10);
    }
}
