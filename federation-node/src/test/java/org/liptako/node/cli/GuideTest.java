package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The legal officer's guide, followed word by word in both languages as far as it goes without a node; {@code GuideIT} follows the rest. */
class GuideTest {
    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void theGuideIsTrue(Guide.Edition guide) throws IOException {
        terminal.speaks(guide.language());
        assertThat(new Guide(directory, UnaryOperator.identity()).follow(guide, block -> !block.needsNodes()))
                .isGreaterThan(10);
    }
}
