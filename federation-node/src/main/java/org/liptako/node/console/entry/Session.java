package org.liptako.node.console.entry;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.liptako.node.identity.Caller;

/**
 * Somebody who is signed in, as their certificate said at this very request.
 *
 * @param chain which they have shown, leaf first
 * @param formKey what each form of theirs must bring back
 * @param ends when the session is over, whatever is done in it
 */
public record Session(Caller caller, List<X509Certificate> chain, String formKey, Instant ends) {
    public Session {
        chain = List.copyOf(chain);
    }
}
