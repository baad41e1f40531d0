package org.liptako.pki.trust;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.TrustMaterial;

/**
 * What the three States believe together, at one time: a numbered document that each of them signs for and none can
 * change alone.
 *
 * <p>It only moves forward: {@link TrustHistory} takes each in its turn. Immutable.
 *
 * @param edition its place in the line of trust states
 * @param anchors the roots
 * @param revocations State CAs that are believed no longer, and the age of revocation lists
 * @param rights who may sign what, for acts that need other than the {@linkplain SigningRight#least least}; each act
 *     at most once
 * @param directory nodes and lasting keys
 */
public record TrustState(
        Edition edition, Anchors anchors, Revocations revocations, List<SigningRight> rights, Directory directory) {
    public TrustState {
        rights = List.copyOf(rights);
        if (rights.stream().map(SigningRight::act).distinct().count() != rights.size()) {
            throw new IllegalArgumentException("A trust state says once who may sign an act.");
        }
    }

    public long number() {
        return edition.number();
    }

    /** The digest of the predecessor; empty for the first trust state. */
    public Optional<Digest> previous() {
        return edition.previous();
    }

    public Instant issuedAt() {
        return edition.issuedAt();
    }

    /** By when a successor is promised. */
    public Instant nextUpdate() {
        return edition.nextUpdate();
    }

    /** How many people it takes for an act. */
    public SigningRight rightTo(SignedAct act) {
        return rights.stream().filter(right -> right.act() == act).findFirst().orElseGet(() -> SigningRight.least(act));
    }

    /**
     * What a validator believes under this trust state.
     *
     * @param lists the revocation lists held beside it
     * @param ownDistrust CA certificates that this State alone believes no longer
     */
    public TrustMaterial material(RevocationLists lists, Set<Digest> ownDistrust) {
        Set<Digest> distrusted = new HashSet<>(ownDistrust);
        for (AuthorityStatus authority : revocations.authorities()) {
            if (!authority.isGood()) {
                distrusted.add(authority.digest());
            }
        }
        return new TrustMaterial(anchors.roots(), anchors.crossCertificates(), lists, distrusted, namedStateCas());
    }

    /** SHA-256 of the DER of every State CA that this trust state knows, good or not. */
    Set<Digest> namedStateCas() {
        return revocations.authorities().stream().map(AuthorityStatus::digest).collect(Collectors.toUnmodifiableSet());
    }
}
