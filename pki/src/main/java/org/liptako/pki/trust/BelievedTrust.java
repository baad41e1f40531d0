package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.validation.TrustMaterial;

/**
 * What a node believes at one moment.
 *
 * @param epoch grows with every change; what was decided under a smaller one must be decided again
 * @param held the newest trust state; null before the first
 * @param shelf the revocation lists
 * @param distrust the own State's distrust list
 */
public record BelievedTrust(long epoch, @Nullable HeldTrustState held, ListShelf shelf, OwnDistrust distrust) {
    /** The newest trust state; empty before the first. */
    public Optional<HeldTrustState> newest() {
        return Optional.ofNullable(held);
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
