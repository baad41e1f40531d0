package org.liptako.node.journal.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.LogEntry;

/** Journals of any length, written into the tables at once: the tree looks at nothing but index and commitment. */
final class ManyEntries {
    private ManyEntries() {}

    /** Makes a journal longer, up to so many entries. */
    static void grow(Jdbi jdbi, State state, long size) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(
                            "INSERT INTO journal_entry (state, index, commitment, head, recorded_at)"
                                    + " SELECT :state, i, sha256(int8send(i)), sha256(int8send(i)), now()"
                                    + " FROM generate_series((SELECT size FROM journal_chain WHERE state = :state), :size - 1) i")
                    .bind("state", state.name())
                    .bind("size", size)
                    .execute();
            handle.createUpdate("UPDATE journal_chain SET size = :size WHERE state = :state")
                    .bind("state", state.name())
                    .bind("size", size)
                    .execute();
        });
    }

    /** The leaves of such a journal. */
    static List<Digest> leaves(int size) {
        List<Digest> leaves = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            leaves.add(entry(index).leafHash());
        }
        return leaves;
    }

    static LogEntry entry(long index) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(index).array();
        return new LogEntry(index, new EntryCommitment(Digest.over(number)));
    }
}
