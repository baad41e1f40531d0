package org.liptako.node.journal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;

class ForkWordsTest {
    @Test
    void aJournalOfOneEntryIsSpokenOfAsOfManyInBothLanguages() {
        assertThat(ForkWords.fromRead(State.ML, 1).fr()).contains("sur 1 entrée n'est pas");
        assertThat(ForkWords.fromRead(State.ML, 1).en()).contains("over 1 entry is not");
        assertThat(ForkWords.fromRead(State.ML, 2).fr()).contains("sur 2 entrées n'est pas");
        assertThat(ForkWords.fromCosigned(State.ML, 1).en()).contains("over 1 entry is not what was cosigned");
        assertThat(ForkWords.fromCosigned(State.ML, 2).en()).contains("over 2 entries is not what was cosigned");
        assertThat(ForkWords.shown(State.ML, State.NE, 1).fr())
                .isEqualTo("Le journal du Mali bifurque : celui que montre le Niger, de 1 entrée, signé du Mali,"
                        + " n'est pas celui qui a été lu ici ; une entrée d'indice inférieur à 1 a changé.");
        assertThat(ForkWords.shown(State.ML, State.NE, 2).en())
                .isEqualTo("The journal of Mali forks: the one that Niger shows, of 2 entries, signed by Mali,"
                        + " is not the one that was read here; an entry below index 2 was changed.");
    }
}
