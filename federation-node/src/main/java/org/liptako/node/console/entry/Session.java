package org.liptako.node.console.entry;

import java.time.Instant;
import org.liptako.node.identity.Caller;

/**
 * Somebody who is signed in, as their certificate said at this very request.
 *
 * @param formKey what each form of theirs must bring back
 * @param ends when the session is over, whatever is done in it
 */
public record Session(Caller caller, String formKey, Instant ends) {}
