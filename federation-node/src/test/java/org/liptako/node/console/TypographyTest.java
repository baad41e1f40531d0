package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypographyTest {
    @Test
    void keepsTallMarksToTheWordBeforeThem() {
        assertThat(Typography.french("Entrer ? Oui ; non ! 99 %"))
                .isEqualTo("Entrer\u202f? Oui\u202f; non\u202f! 99\u202f%");
    }

    @Test
    void keepsAColonToTheWordBeforeIt() {
        assertThat(Typography.french("Le nœud dit : rien")).isEqualTo("Le nœud dit\u00a0: rien");
    }

    @Test
    void setsQuotationMarksApart() {
        assertThat(Typography.french("la clé « bind » et «port»"))
                .isEqualTo("la clé «\u00a0bind\u00a0» et «\u00a0port\u00a0»");
    }

    @Test
    void leavesAddressesAlone() {
        assertThat(Typography.french("https://127.0.0.1:8080/?a=b")).isEqualTo("https://127.0.0.1:8080/?a=b");
    }
}
