package org.liptako.node.receipt;

import java.util.List;
import org.liptako.node.journal.event.ExternalCopyErased;

/** Knows which entries of a home State's journal hold people's signatures on the end of a copy abroad. */
@FunctionalInterface
public interface SignedErasures {
    /** Their indices, in order. */
    List<Long> entries(ExternalCopyErased erased);
}
