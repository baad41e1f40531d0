package org.liptako.pki.ceremony;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.name.Zone;
import org.liptako.pki.trust.Anchors;
import org.liptako.pki.trust.AuthorityStatus;
import org.liptako.pki.trust.Directory;
import org.liptako.pki.trust.Edition;
import org.liptako.pki.trust.LeastListNumber;
import org.liptako.pki.trust.ListedKey;
import org.liptako.pki.trust.MalformedTrustStateException;
import org.liptako.pki.trust.Revocations;
import org.liptako.pki.trust.Standing;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStateCodec;

/** Draws up a trust state out of what a declaration names. */
final class TrustDrafter {
    /** How far several that were drawn up in one second may run ahead of the clock; nodes bear with minutes. */
    private static final Duration MOST_AHEAD = Duration.ofSeconds(10);

    private final TrustStateCodec codec;
    private final Clock clock;

    TrustDrafter(Zone zone, Clock clock) {
        this.codec = new TrustStateCodec(zone);
        this.clock = clock;
    }

    /**
     * The document that is to be signed.
     *
     * @throws CeremonyException if the predecessor is none, not the one before this number, or dated later than now
     */
    byte[] draw(TrustDraft draft) {
        Optional<byte[]> previous = draft.predecessor().map(TrustDrafter::bytes);
        Optional<TrustState> former = previous.map(bytes -> decoded(bytes, draft));
        Instant now = dateAfter(former, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        List<AuthorityStatus> authorities = draft.authorities().stream()
                .map(authority -> status(authority, former, now))
                .toList();
        try {
            return codec.encode(new TrustState(
                    new Edition(draft.number(), previous.map(Digest::over).orElse(null), now, now.plus(draft.life())),
                    new Anchors(certificates(draft.roots()), certificates(draft.crossCertificates())),
                    new Revocations(authorities, leastNumbers(draft.terms(), former)),
                    draft.terms()
                            .declaredRights()
                            .or(() -> former.map(TrustState::rights))
                            .orElse(List.of()),
                    directory(draft.terms(), former.map(TrustState::directory).orElse(Directory.EMPTY))));
        } catch (IllegalArgumentException e) {
            throw new CeremonyException(
                    "État de confiance " + draft.number() + " : une valeur ne convient pas ; corrigez-la ["
                            + e.getMessage() + "]",
                    "Trust state " + draft.number() + ": " + e.getMessage(),
                    e);
        }
    }

    /** A number only grows: a smaller one would have old lists believed again. */
    private static List<LeastListNumber> leastNumbers(TrustTerms terms, Optional<TrustState> former) {
        List<LeastListNumber> before =
                former.map(state -> state.revocations().leastNumbers()).orElse(List.of());
        List<LeastListNumber> declared = terms.declaredLeast()
                .map(all -> all.stream().map(TrustDrafter::leastNumber).toList())
                .orElse(before);
        for (LeastListNumber known : before) {
            if (declared.stream()
                    .noneMatch(next -> next.authority().equals(known.authority())
                            && next.number().compareTo(known.number()) >= 0)) {
                throw new CeremonyException(
                        "leastNumbers : le prédécesseur demande le numéro " + known.number()
                                + " de l'autorité dont la clé est "
                                + known.authority().hex() + ", et aucun plus petit ne convient.",
                        "leastNumbers: the predecessor asks for number " + known.number() + " of the CA whose key is "
                                + known.authority().hex() + ", and no smaller one will do.");
            }
        }
        return declared;
    }

    private static LeastListNumber leastNumber(TrustTerms.Least least) {
        X509Certificate authority = CertificateFiles.read(least.authority()).getFirst();
        return new LeastListNumber(
                Digest.over(authority.getPublicKey().getEncoded()), BigInteger.valueOf(least.number()));
    }

    private static Directory directory(TrustTerms terms, Directory before) {
        List<ListedKey> keys = terms.declaredKeys()
                .map(all -> all.stream()
                        .map(key -> new ListedKey(
                                key.holder(),
                                CertificateFiles.read(key.certificate()).getFirst()))
                        .toList())
                .orElse(before.keys());
        return new Directory(terms.declaredNodes().orElse(before.nodes()), keys);
    }

    private TrustState decoded(byte[] previous, TrustDraft draft) {
        try {
            TrustState state = codec.decode(previous);
            if (state.number() + 1 != draft.number()) {
                throw new CeremonyException(
                        "L'état de confiance " + draft.number() + " ne peut suivre le numéro " + state.number()
                                + " : nommez son prédécesseur, ou un autre numéro.",
                        "Trust state " + draft.number() + " cannot follow number " + state.number()
                                + ": name its predecessor, or another number.");
            }
            return state;
        } catch (MalformedTrustStateException e) {
            throw new CeremonyException(
                    draft.predecessor().orElseThrow()
                            + " n'est pas un état de confiance de cette zone : nommez le dernier qui a été signé.",
                    draft.predecessor().orElseThrow()
                            + " is no trust state of this zone: name the last one that was signed.",
                    e);
        }
    }

    /** Every node refuses one that is not dated after its predecessor; dates are in whole seconds, and several may be drawn up in one. */
    private static Instant dateAfter(Optional<TrustState> former, Instant now) {
        Instant before = former.map(TrustState::issuedAt).orElse(Instant.EPOCH);
        if (before.isAfter(now.plus(MOST_AHEAD))) {
            throw new CeremonyException(
                    "Il est " + now + " à l'horloge de cette machine, et le prédécesseur est daté du " + before
                            + " : tout nœud refuserait ce qui le suit. Réglez l'horloge.",
                    "It is " + now + " by this machine's clock, and the predecessor is dated " + before
                            + ": every node would refuse what follows it. Set the clock.");
        }
        return now.isAfter(before) ? now : before.plusSeconds(1);
    }

    /** What is revoked stays so, and since the time when it was. */
    private static AuthorityStatus status(TrustDraft.StateCa declared, Optional<TrustState> former, Instant now) {
        X509Certificate certificate =
                CertificateFiles.read(declared.certificate()).getFirst();
        Optional<Standing> since = former.stream()
                .flatMap(state -> state.revocations().authorities().stream())
                .filter(known -> !known.isGood() && known.certificate().equals(certificate))
                .map(AuthorityStatus::standing)
                .findFirst();
        if (since.isPresent() && declared.revocation().isEmpty()) {
            throw new CeremonyException(
                    declared.certificate()
                            + " a été révoqué, et ne peut être cru de nouveau : signez un autre certificat.",
                    declared.certificate() + " was revoked, and cannot be believed again: sign another certificate.");
        }
        Standing standing = declared.revocation()
                .map(reason -> since.orElseGet(() -> new Standing.Revoked(reason, now)))
                .orElseGet(Standing.Good::new);
        return new AuthorityStatus(declared.state(), certificate, standing);
    }

    private static List<X509Certificate> certificates(List<Path> files) {
        return files.stream()
                .map(file -> CertificateFiles.read(file).getFirst())
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > TrustStateCodec.MAX_BYTES) {
                throw new CeremonyException(
                        file + " est plus grand que tout état de confiance : nommez le dernier qui a été signé.",
                        file + " is larger than any trust state: name the last one that was signed.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CeremonyException(
                    file + " ne peut être lu : le chemin est-il juste ?",
                    file + " cannot be read: is the path right?",
                    e);
        }
    }
}
