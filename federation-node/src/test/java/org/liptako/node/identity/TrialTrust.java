package org.liptako.node.identity;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.RevocationListIssuer;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationListProfile;
import org.liptako.pki.profile.RevocationReason;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.trust.Anchors;
import org.liptako.pki.trust.AuthorityStatus;
import org.liptako.pki.trust.Directory;
import org.liptako.pki.trust.Edition;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.ListedKey;
import org.liptako.pki.trust.MalformedTrustStateException;
import org.liptako.pki.trust.PublishedList;
import org.liptako.pki.trust.Revocations;
import org.liptako.pki.trust.SignedTrustState;
import org.liptako.pki.trust.Standing;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.trust.TrustStateCodec;
import org.liptako.pki.trust.TrustStore;

/** Trust states over the trial region, signed by an administrator of each State. */
public final class TrialTrust {
    /** A minute after the last of those who sign is valid: however long the machine took to make them. */
    private static final Instant BEGINNING = Arrays.stream(State.values())
            .map(state -> TrialRegion.tree().administrator(state).certificate())
            .map(chain -> CertificateFiles.read(chain).getFirst().getNotBefore().toInstant())
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .plus(Duration.ofMinutes(1));

    /** When each CA is revoked that a trust state here revokes: as of the second one. */
    private static final Instant REVOCATION = BEGINNING.plusSeconds(20);

    private TrialTrust() {}

    /** A time at which the first trust state was the newest, and nobody was revoked. */
    public static Instant beforeRevocation() {
        return REVOCATION.minusSeconds(5);
    }

    /** The trust of a node, kept in a directory. */
    public static NodeTrust of(NodeIdentity identity, Path directory) {
        return of(identity, directory, Clock.systemUTC());
    }

    /** The first trust state, as a node holds it whose clock says how old it is; another is promised after 30 days. */
    public static NodeTrust aging(State state, Clock clock) {
        NodeTrust trust = of(TrialRegion.node(state, Clock.systemUTC()), TrialRegion.emptyDirectory(), clock);
        List<String> refused = trust.take(List.of(next(null, Set.of())), List.of());
        if (!refused.isEmpty()) {
            throw new IllegalStateException("The first trust state is refused: " + refused);
        }
        return trust;
    }

    private static NodeTrust of(NodeIdentity identity, Path directory, Clock clock) {
        TrustStore store = TrustStore.open(directory, TrialRegion.ZONE, List.of(TrialRegion.root()), clock);
        return new NodeTrust(store, identity, clock, new SimpleMeterRegistry());
    }

    /** The first trust state, or the next after another, with the CAs of some States revoked. */
    public static SignedTrustState next(@Nullable SignedTrustState previous, Set<State> revoked) {
        return next(
                previous,
                Stream.of(State.values())
                        .map(state -> ca(state, revoked.contains(state)))
                        .toList());
    }

    /** The next after one that revoked a State's CA: that State has a new one. */
    public static SignedTrustState restoring(SignedTrustState previous, State restored) {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential successor = issuer.issue(
                StateCaProfile.of(restored, TrialRegion.ZONE),
                issuer.newKey(KeyKind.P256),
                TrialRegion.tree().root().read());
        List<AuthorityStatus> authorities = new ArrayList<>();
        for (State state : State.values()) {
            authorities.add(ca(state, state == restored));
        }
        authorities.add(new AuthorityStatus(restored, successor.certificate(), new Standing.Good()));
        return next(previous, authorities);
    }

    private static AuthorityStatus ca(State state, boolean revoked) {
        Credential ca = TrialRegion.tree().stateCa(state).read();
        Standing standing =
                revoked ? new Standing.Revoked(RevocationReason.KEY_COMPROMISE, REVOCATION) : new Standing.Good();
        return new AuthorityStatus(state, ca.certificate(), standing);
    }

    private static SignedTrustState next(@Nullable SignedTrustState previous, List<AuthorityStatus> authorities) {
        long number = previous == null ? 1 : numberOf(previous) + 1;
        Instant issuedAt = BEGINNING.plusSeconds(10 * number);
        TrustState state = new TrustState(
                new Edition(
                        number,
                        previous == null ? null : previous.digest(),
                        issuedAt,
                        issuedAt.plus(Duration.ofDays(30))),
                new Anchors(List.of(TrialRegion.root()), List.of()),
                new Revocations(authorities, List.of()),
                List.of(),
                new Directory(List.of(), evidenceKeys()));
        byte[] content = new TrustStateCodec(TrialRegion.ZONE).encode(state);
        List<byte[]> signatures = new ArrayList<>();
        for (State signing : State.values()) {
            Credential administrator = TrialRegion.tree().administrator(signing).read();
            signatures.add(QuorumSigner.sign(content, administrator, issuedAt.plusSeconds(1)));
        }
        return new SignedTrustState(content, QuorumSigner.join(content, signatures));
    }

    private static List<ListedKey> evidenceKeys() {
        List<ListedKey> keys = new ArrayList<>();
        for (State state : State.values()) {
            TrialTree tree = TrialRegion.tree();
            keys.add(new ListedKey(
                    EvidenceKeys.journalOf(state), tree.journalKey(state).read().certificate()));
            keys.add(new ListedKey(
                    EvidenceKeys.witnessOf(state), tree.witnessKey(state).read().certificate()));
        }
        return keys;
    }

    private static long numberOf(SignedTrustState signed) {
        try {
            return new TrustStateCodec(TrialRegion.ZONE)
                    .decode(signed.content())
                    .number();
        } catch (MalformedTrustStateException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A complete list of every CA of the region.
     *
     * @param number of all of them
     * @param revoked certificates that the one of them which issued it revokes
     */
    public static List<PublishedList> lists(long number, List<X509Certificate> revoked) {
        List<PublishedList> lists = new ArrayList<>();
        for (Credential ca : authorities()) {
            List<Revocation> entries = revoked.stream()
                    .filter(leaf -> leaf.getIssuerX500Principal()
                            .equals(ca.certificate().getSubjectX500Principal()))
                    .map(leaf -> new Revocation(leaf.getSerialNumber(), BEGINNING, RevocationReason.KEY_COMPROMISE))
                    .toList();
            lists.add(list(number, entries, ca));
        }
        return lists;
    }

    /** A complete list of each CA of one State, not far below the largest that there may be. */
    public static List<PublishedList> longLists(long number, State state) {
        List<Revocation> entries = IntStream.rangeClosed(1, 15_000)
                .mapToObj(serial -> new Revocation(
                        BigInteger.ONE.shiftLeft(120).add(BigInteger.valueOf(serial)),
                        BEGINNING,
                        RevocationReason.KEY_COMPROMISE))
                .toList();
        List<PublishedList> lists = new ArrayList<>();
        lists.add(list(number, entries, TrialRegion.tree().stateCa(state).read()));
        for (Authority authority : Authority.values()) {
            lists.add(list(
                    number,
                    entries,
                    TrialRegion.tree().issuingCa(state, authority).read()));
        }
        return lists;
    }

    private static PublishedList list(long number, List<Revocation> entries, Credential ca) {
        X509CRL list =
                new RevocationListIssuer(Clock.systemUTC()).issue(RevocationListProfile.full(number, entries), ca);
        try {
            return new PublishedList(list.getEncoded(), ca.certificate().getEncoded());
        } catch (CRLException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Credential> authorities() {
        List<Credential> authorities =
                new ArrayList<>(List.of(TrialRegion.tree().root().read()));
        for (State state : State.values()) {
            authorities.add(TrialRegion.tree().stateCa(state).read());
            for (Authority authority : Authority.values()) {
                authorities.add(TrialRegion.tree().issuingCa(state, authority).read());
            }
        }
        return authorities;
    }
}
