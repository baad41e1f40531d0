package org.liptako.node.journal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckpointWordsTest {
    @Test
    void aCheckpointOfOneEntryIsSpokenOfAsOfManyInBothLanguages() {
        assertThat(Checkpoints.rewound(1, 0).fr()).contains("celui de 1 entrée l'a été");
        assertThat(Checkpoints.rewound(1, 0).en()).contains("one of 1 entry was");
        assertThat(Checkpoints.rewound(2, 1).en()).contains("one of 2 entries was");
        assertThat(Checkpoints.forked(1).fr()).contains("le début de la base, de 1 entrée, n'est pas");
        assertThat(Checkpoints.forked(2).en()).contains("the beginning of the database, 2 entries long, is not");
    }
}
