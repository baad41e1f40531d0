package org.liptako.node.identity;

import java.security.cert.X509Certificate;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/**
 * Who this node is, and the key that proves it.
 *
 * @param party the node, as its certificate says and the configuration expects
 * @param zone the zone of the federation's names
 * @param credential the node's key and its chain
 * @param root the only certificate that is trusted without another's word
 */
public record NodeIdentity(Party party, Zone zone, Credential credential, X509Certificate root) {

    public State state() {
        return party.state();
    }

    public SiteId site() {
        return party.dataCentre().orElseThrow();
    }

    /** The DNS name in the node's certificate, which clients check. */
    public String serverName() {
        return party.dnsNameIn(zone).orElseThrow();
    }

    /** The SPIFFE name in the node's certificate. */
    public String name() {
        return party.nameIn(zone).toString();
    }
}
