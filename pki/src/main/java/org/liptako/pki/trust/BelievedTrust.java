package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.TrustMaterial;

/**
 * What a node believes at one moment.
 *
 * @param epoch grows with every change; what was decided under a smaller one must be decided again
 * @param line every trust state that was held, oldest first
 * @param held the newest trust state; null before the first
 * @param shelf the revocation lists
 * @param distrust the own State's distrust list
 */
public record BelievedTrust(
        long epoch, TrustLine line, @Nullable HeldTrustState held, ListShelf shelf, OwnDistrust distrust) {
    /** The newest trust state; empty before the first. */
    public Optional<HeldTrustState> newest() {
        return Optional.ofNullable(held);
    }

    /** By what a statement of the past is judged: a compromised key never made one. */
    public PastTrust pastOfStatements() {
        return new PastTrust(line, shelf.lists(), distrust.authorities(), false);
    }

    /**
     * By what a quorum of the past is judged, as a trust state is: whoever was not revoked yet counts. The own distrust list has no part in it.
     */
    public PastTrust pastOfQuorums() {
        return new PastTrust(line, RevocationLists.none(), Set.of(), true);
    }

    /**
     * What a validator is to believe.
     *
     * @param foundingRoots the roots of the configuration, for the time before the first trust state
     */
    public TrustMaterial material(List<X509Certificate> foundingRoots) {
        HeldTrustState newest = held;
        if (newest != null) {
            return newest.state().material(shelf.lists(), distrust.authorities());
        }
        TrustMaterial founding = TrustMaterial.ofRoots(foundingRoots);
        return new TrustMaterial(
                founding.roots(), founding.crossCertificates(), founding.revocation(), distrust.authorities());
    }
}
