package org.liptako.pki.validation;

import org.liptako.pki.name.Authority;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.Zone;

/**
 * The leaf's names are those of its party: one URI SAN (SPIFFE X.509-SVID section 2), one DNS SAN beneath the State's
 * host for a node and none for others, at most one mailbox for a person.
 */
final class LeafNameRule implements PathRule {
    private final Zone zone;

    LeafNameRule(Zone zone) {
        this.zone = zone;
    }

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        Party party = partyOf(path.leaf());
        LeafNames names = LeafNames.of(path.leaf());
        boolean node = party.role() == Role.NODE;
        if (names.dnsNames().size() != (node ? 1 : 0)) {
            throw refused("DNS names: " + names.dnsNames().size());
        }
        if (node && !isHost(names.dnsNames().getFirst(), party)) {
            throw refused("the DNS name is not a lower-case host beneath the State's");
        }
        boolean person = party.role().authority() == Authority.PEOPLE_CA;
        if (names.mailboxes().size() > (person ? 1 : 0)) {
            throw refused("mailboxes: " + names.mailboxes().size());
        }
    }

    /** The one party that a leaf names. */
    Party partyOf(ParsedCertificate leaf) throws RejectedException {
        LeafNames names = LeafNames.of(leaf);
        if (names.uris().size() != 1) {
            throw refused("URIs: " + names.uris().size());
        }
        try {
            return Party.of(SpiffeName.parse(names.uris().getFirst()), zone);
        } catch (MalformedNameException e) {
            throw new RejectedException(RejectionReason.SPIFFE_NAME, e.english());
        }
    }

    /** A wildcard, a capital or a trailing dot is not the name of one host. */
    private boolean isHost(String dnsName, Party party) {
        try {
            return zone.isBeneath(new Zone(dnsName).domain(), party.state());
        } catch (MalformedNameException e) {
            return false;
        }
    }

    private static RejectedException refused(String detail) {
        return new RejectedException(RejectionReason.ALTERNATIVE_NAMES, detail);
    }
}
