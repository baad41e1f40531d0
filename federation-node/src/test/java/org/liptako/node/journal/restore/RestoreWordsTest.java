package org.liptako.node.journal.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;

class RestoreWordsTest {
    @Test
    void whatIsHereAndWhatWasSignedAreCountedAsEachLanguageCounts() {
        assertThat(RestoreWords.older(0, 1).fr()).contains("elle en a 0 entrée, sur 1 signée.");
        assertThat(RestoreWords.older(0, 1).en()).contains("it has 0 entries of it, out of 1 signed.");
        assertThat(RestoreWords.older(1, 2).fr()).contains("elle en a 1 entrée, sur 2 signées.");
        assertThat(RestoreWords.older(1, 2).en()).contains("it has 1 entry of it, out of 2 signed.");
        assertThat(RestoreWords.withheld(State.NE, 1, 0).en()).contains("signed 1 entry,");
        assertThat(RestoreWords.cosigned(State.NE, 1, 0).fr()).contains("a cosigné 1 entrée de ce journal");
        assertThat(RestoreWords.cosignedOther(State.NE, 1).fr()).contains("son début, de 1 entrée, n'est pas");
        assertThat(RestoreWords.other(1).en()).contains("its beginning, 1 entry long, is not");
    }

    @Test
    void oneMissingEntryIsNoRange() {
        assertThat(RestoreWords.silent(5, 6, List.of(State.BF)).fr()).contains("l'entrée 5 manque, et ne répond pas");
        assertThat(RestoreWords.silent(5, 6, List.of(State.BF)).en()).contains("entry 5 is missing, and no answer");
        assertThat(RestoreWords.silent(3, 6, List.of(State.BF)).fr()).contains("les entrées 3 à 5 manquent");
        assertThat(RestoreWords.silent(3, 6, List.of(State.BF)).en()).contains("entries 3 to 5 are missing");
    }
}
