package org.liptako.pki.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;

/** The entries and keys that the vectors were made with. */
final class SampleLog {
    static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

    private SampleLog() {}

    static LogEntry entry(long index) {
        return new LogEntry(
                index, new EntryCommitment(Digest.over(("entry " + index).getBytes(StandardCharsets.US_ASCII))));
    }

    static List<Digest> leafHashes(long size) {
        return LongStream.range(0, size)
                .mapToObj(SampleLog::entry)
                .map(LogEntry::leafHash)
                .toList();
    }

    static NoteSigner signer(NoteKey key, String seed) {
        return new NoteSigner(key, secret(seed), () -> TIME);
    }

    static PrivateKey secret(String seed) {
        byte[] bytes = Digest.over(seed.getBytes(StandardCharsets.US_ASCII)).toBytes();
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
