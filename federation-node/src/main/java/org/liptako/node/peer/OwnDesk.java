package org.liptako.node.peer;

import java.time.Clock;
import java.util.Optional;
import org.liptako.node.identity.NodeAuthority;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.enrolment.Enrolment;
import org.liptako.pki.enrolment.EnrolmentDesk;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.pki.issuing.IssuingException;

/** The desk of the node itself, where it holds its State's node CA. */
final class OwnDesk implements LeafAuthority {
    private final NodeAuthority authority;
    private final NodeIdentity identity;
    private final NodeTrust trust;
    private final Clock clock;

    OwnDesk(NodeAuthority authority, NodeIdentity identity, NodeTrust trust, Clock clock) {
        this.authority = authority;
        this.identity = identity;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public void catchUp() {
        // It knows what this node knows; the peers have been asked.
    }

    @Override
    public RenewalAnswer renew(RenewalRequest request) {
        try {
            Optional<EnrolmentDesk> desk = authority.deskOf(identity, trust, clock);
            return desk.map(open -> answer(open.renew(request)))
                    .orElseGet(() -> new RenewalAnswer.Failed(new Sentence(
                            "l'autorité des nœuds n'est plus dans ce nœud",
                            "the node authority is no longer in this node")));
        } catch (IssuingException unusable) {
            return new RenewalAnswer.Failed(new Sentence(unusable.french(), unusable.english()));
        }
    }

    private static RenewalAnswer answer(Enrolment enrolment) {
        return switch (enrolment) {
            case Enrolment.Issued issued -> new RenewalAnswer.Issued(issued.chain());
            case Enrolment.Refused refused ->
                new RenewalAnswer.Refused(new Sentence(
                        "le renouvellement est refusé (" + refused.reason() + ") : "
                                + refused.reason().french(),
                        "the renewal is refused (" + refused.reason() + "): "
                                + refused.reason().english()));
        };
    }
}
