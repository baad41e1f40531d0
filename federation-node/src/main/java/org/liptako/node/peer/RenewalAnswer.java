package org.liptako.node.peer;

import java.security.cert.X509Certificate;
import java.util.List;
import org.liptako.node.wire.Sentence;

/** What became of a request to renew. */
sealed interface RenewalAnswer {
    /**
     * It was granted.
     *
     * @param chain leaf first, without the root; not yet checked
     */
    record Issued(List<X509Certificate> chain) implements RenewalAnswer {
        public Issued {
            chain = List.copyOf(chain);
        }
    }

    /** The authority says no: asking again is of no use before someone has done something about it. */
    record Refused(Sentence why) implements RenewalAnswer {}

    /** There was no answer, or none that can be used; another time there may be. */
    record Failed(Sentence why) implements RenewalAnswer {}
}
