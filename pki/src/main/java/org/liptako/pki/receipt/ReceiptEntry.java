package org.liptako.pki.receipt;

import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.Salt;
import org.liptako.pki.name.State;

/**
 * An entry of a State's journal, with what opens it and what leads from it to the journal's checkpoint.
 *
 * @param payload a JSON document, the very text that was committed to
 * @param path the siblings from the leaf up to the root (RFC 6962 section 2.1.1)
 */
public record ReceiptEntry(State state, long index, Salt salt, String payload, List<Digest> path) {
    public ReceiptEntry {
        path = List.copyOf(path);
    }
}
