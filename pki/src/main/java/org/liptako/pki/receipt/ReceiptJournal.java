package org.liptako.pki.receipt;

import org.liptako.pki.name.State;
import org.liptako.pki.tlog.SignedNote;

/**
 * A State's journal, as far as a receipt rests on it.
 *
 * @param witnesses how many other States have cosigned the checkpoint: neither fewer nor more
 * @param checkpoint with the cosignatures
 */
public record ReceiptJournal(State state, int witnesses, SignedNote checkpoint) {}
