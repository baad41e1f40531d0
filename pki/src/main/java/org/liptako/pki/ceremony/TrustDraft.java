package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RevocationReason;

/**
 * What a declaration says about a trust state.
 *
 * @param number one more than its predecessor's
 * @param previous the predecessor's document; null for the first
 * @param life until a successor is promised
 * @param roots the certificates of the roots
 * @param crossCertificates of one root by another
 * @param authorities every State CA there is or was
 * @param terms the rest, as far as it changes
 */
record TrustDraft(
        long number,
        @Nullable Path previous,
        Duration life,
        List<Path> roots,
        List<Path> crossCertificates,
        List<StateCa> authorities,
        TrustTerms terms) {
    TrustDraft {
        roots = List.copyOf(roots);
        crossCertificates = List.copyOf(crossCertificates);
        authorities = List.copyOf(authorities);
    }

    /**
     * A State CA and its standing.
     *
     * @param revoked why it is believed no longer, as of the ceremony; null while it is
     */
    record StateCa(State state, Path certificate, @Nullable RevocationReason revoked) {
        Optional<RevocationReason> revocation() {
            return Optional.ofNullable(revoked);
        }
    }

    Optional<Path> predecessor() {
        return Optional.ofNullable(previous);
    }

    Stream<Path> files() {
        return Stream.of(
                        predecessor().stream(),
                        roots.stream(),
                        crossCertificates.stream(),
                        authorities.stream().map(StateCa::certificate),
                        terms.files())
                .flatMap(files -> files);
    }
}
