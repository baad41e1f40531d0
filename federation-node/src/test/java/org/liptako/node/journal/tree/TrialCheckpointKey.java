package org.liptako.node.journal.tree;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteKeyType;
import org.liptako.pki.tlog.NoteSigner;

/** Keys that sign checkpoints of a journal on trial. */
public final class TrialCheckpointKey {
    private TrialCheckpointKey() {}

    /** One that nobody has signed by before. */
    public static CheckpointKey fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            NoteKey note = NoteKey.of("ml.test/journal", NoteKeyType.LOG, pair.getPublic());
            return new CheckpointKey(new NoteSigner(note, pair.getPrivate(), Clock.systemUTC()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
