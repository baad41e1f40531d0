package org.liptako.node.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liptako.node.cli.Language;

class CodeWordTest {
    @Test
    void aCodeIsReadInTheReadersLanguageAndANewerOneAsItIs() {
        assertThat(CodeWord.of("dataset.classification", "RESTRICTED", Language.FRENCH))
                .isEqualTo("Diffusion restreinte");
        assertThat(CodeWord.of("dataset.personal", "NONE", Language.ENGLISH)).isEqualTo("None");
        assertThat(CodeWord.of("target.control", "SHARED", Language.FRENCH)).isEqualTo("SHARED");
    }
}
