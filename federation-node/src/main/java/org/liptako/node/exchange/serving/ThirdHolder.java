package org.liptako.node.exchange.serving;

import java.util.Optional;
import org.liptako.node.exchange.grant.ExchangeGrant;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.grant.StandingCopies;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

/**
 * Says whether a copy that lies with a third State may help another to become whole. Home's grant and host's acceptance say that the bytes
 * may be there; that they may be here, this copy's own standing says: no rule, of home's or of this State, has a finding against it, and
 * nobody disputes its custody. Nor is anything given into a custody that this State or home disputes. Thread-safe.
 */
final class ThirdHolder {
    private final SiteRecord own;
    private final StandingCopies copies;

    ThirdHolder(SiteRecord own) {
        this.own = own;
        this.copies = new StandingCopies(own.registry());
    }

    /** @throws Failure NOT_READY unless this site's copy may be given from */
    void mustBeFreeToGive(ExchangeGrant grant, DatasetVersion version) {
        boolean stands =
                copies.of(version).stream().anyMatch(copy -> copy.site().equals(own.site()));
        if (!stands) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Ce site n'a pas de copie de " + version
                            + " qui soit scellée et en règle ; demandez ces blocs à un autre détenteur.",
                    "This site has no copy of " + version
                            + " that is sealed and in good standing; ask another holder for these chunks.");
        }
        Optional<State> receiver = grant.targetSite().state();
        boolean disputed = own.registry().disputes().stream()
                .filter(dispute -> dispute.source().saidBy() == own.journal().state()
                        || dispute.source().saidBy() == grant.home())
                .anyMatch(
                        dispute -> receiver.equals(Optional.of(dispute.custody().state())));
        if (disputed) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La garde du récepteur est contestée ; rien ne lui est donné tant que cela dure.",
                    "The receiver's custody is disputed; nothing is given to it as long as that lasts.");
        }
    }
}
