package org.liptako.pki.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.evidence.MerkleTree;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.LogEntry;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.tlog.SignedNote;

/** A State's journal in memory. */
final class TrialJournal {
    private final State state;
    private final List<String> payloads = new ArrayList<>();

    TrialJournal(State state) {
        this.state = state;
        for (int i = 0; i < 5; i++) {
            append("{\"type\":\"ALARM_RAISED\",\"at\":\"2026-11-01T00:00:0" + i + "Z\"}");
        }
    }

    State state() {
        return state;
    }

    /** Gives the entry's index. */
    long append(String payload) {
        payloads.add(payload);
        return payloads.size() - 1L;
    }

    ReceiptEntry entry(long index) {
        List<Digest> leaves = leaves();
        return new ReceiptEntry(
                state,
                index,
                salt(index),
                payloads.get((int) index),
                InclusionProof.of(leaves, (int) index).path());
    }

    /** The checkpoint over all of it, cosigned at that time. */
    ReceiptJournal checkpoint(NoteSigner log, List<NoteSigner> witnesses, Instant at) {
        Checkpoint checkpoint = new Checkpoint(log.key().name(), payloads.size(), MerkleTree.rootOf(leaves()));
        SignedNote note = checkpoint
                .signedBy(log)
                .with(witnesses.stream().map(one -> one.sign(checkpoint, at)).toList());
        return new ReceiptJournal(state, witnesses.size(), note);
    }

    private List<Digest> leaves() {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            EntryCommitment commitment =
                    EntryCommitment.to(salt(i), payloads.get(i).getBytes(StandardCharsets.UTF_8));
            leaves.add(new LogEntry(i, commitment).leafHash());
        }
        return leaves;
    }

    private Salt salt(long index) {
        return Salt.of(Digest.over((state + "/" + index).getBytes(StandardCharsets.UTF_8))
                .toBytes());
    }
}
