package org.liptako.node.identity;

import java.security.cert.X509Certificate;
import java.util.List;
import org.liptako.node.wire.Failure;

/** Tells who a chain stands for at this moment: for doors where no gRPC call says so. Thread-safe. */
@FunctionalInterface
public interface CertifiedCallers {
    /**
     * The party of a chain that is believed now.
     *
     * @param chain leaf first
     * @throws Failure CALLER_UNTRUSTED if the chain is not, or no longer, valid
     */
    Caller of(List<X509Certificate> chain);
}
