package org.liptako.pki.receipt;

import java.time.Instant;
import java.util.List;
import org.liptako.pki.evidence.Digest;

/**
 * What a receipt that was verified says, derived from what was proved and from nothing else.
 *
 * @param proved what whoever has the root need take nobody's word for
 * @param stated what rests on the word of a machine or a person, and what the receipt says nothing of
 * @param digest SHA-256 of the file
 */
public record ReceiptAccount(ReceiptKind kind, Instant madeAt, List<Words> proved, List<Words> stated, Digest digest) {
    public ReceiptAccount {
        proved = List.copyOf(proved);
        stated = List.copyOf(stated);
    }
}
