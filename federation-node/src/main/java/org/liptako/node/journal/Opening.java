package org.liptako.node.journal;

import java.nio.charset.StandardCharsets;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.Salt;

/**
 * What opens an entry's commitment, for those entitled to see it.
 *
 * @param payload a JSON document, the very text that was committed to
 */
public record Opening(Salt salt, String payload) {
    public EntryCommitment commitment() {
        return EntryCommitment.to(salt, payload.getBytes(StandardCharsets.UTF_8));
    }
}
