package org.liptako.node.receipt;

import org.liptako.node.journal.Opening;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.pki.name.State;

/** An entry of a State's journal whose content this node knows. */
record KnownEntry(State state, long index, Opening opening, JournalEvent event) {}
