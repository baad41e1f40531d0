package org.liptako.node.console.entry;

import org.liptako.node.identity.Caller;

/** What came of somebody's wish to come in. */
public sealed interface Entry {
    /**
     * They are in.
     *
     * @param cookie the secret of their new session; no session that was there before goes on
     */
    record Entered(Caller caller, Secret cookie) implements Entry {}

    /** They are not. */
    record Refused(EntryRefusal why) implements Entry {}
}
