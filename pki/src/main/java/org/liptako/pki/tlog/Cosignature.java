package org.liptako.pki.tlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a witness has said of a checkpoint: that at this time it was the largest that it had seen of this log, and
 * consistent with all before (C2SP tlog-cosignature, "Format").
 */
public record Cosignature(NoteKey witness, Instant time, NoteSignature signature) {
    /** What a witness signs; the first two lines keep it apart from what a log signs. */
    static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
