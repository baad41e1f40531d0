package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteKeyType;

/**
 * The keys by which a trust state lets journals be signed and witnessed.
 *
 * <p>A State's key {@code journal} signs the checkpoints of its own journal, its key {@code witness} cosigns the others'.
 * In the C2SP formats each bears its State's host and its bearer, such as {@code ml.aes.internal/journal}; the journal's
 * is also the origin of its checkpoints. While a key is replaced, the old and the new one are listed. A key counts while
 * it is listed, its certificate holds, and the CA that issued it has not revoked it: that the State does alone and at once, where
 * another list takes a quorum.
 */
public final class EvidenceKeys {
    private static final String JOURNAL = "journal";
    private static final String WITNESS = "witness";

    private final Zone zone;
    private final List<ListedKey> keys;
    private final Set<ListedKey> revoked;

    private EvidenceKeys(Zone zone, List<ListedKey> keys, Set<ListedKey> revoked) {
        this.zone = zone;
        this.keys = keys;
        this.revoked = revoked;
    }

    /** The keys that this trust state lists. */
    public static EvidenceKeys in(TrustState state, Zone zone) {
        return new EvidenceKeys(zone, state.directory().keys(), Set.of());
    }

    /** The keys that a node believes now; empty before the first trust state. */
    public static Optional<EvidenceKeys> believed(BelievedTrust trust, Zone zone) {
        return trust.newest().map(held -> in(held.state(), zone).without(trust.shelf()));
    }

    /** The same, of which those count no more that the CA which issued them has revoked. */
    public EvidenceKeys without(ListShelf lists) {
        return new EvidenceKeys(
                zone,
                keys,
                keys.stream().filter(key -> lists.revokes(key.certificate())).collect(Collectors.toUnmodifiableSet()));
    }

    /** Who signs the checkpoints of that State's journal. */
    public static Party journalOf(State state) {
        return Party.of(state, Role.EVIDENCE, JOURNAL);
    }

    /** Who cosigns the checkpoints of other States for that one. */
    public static Party witnessOf(State state) {
        return Party.of(state, Role.EVIDENCE, WITNESS);
    }

    /** The first line of that State's checkpoints, and the name of the key that signs them. */
    public static String originOf(State state, Zone zone) {
        return nameOf(journalOf(state), zone);
    }

    /**
     * A listed party's key as the C2SP formats know it.
     *
     * @throws MalformedLogException if the certificate's key is not Ed25519
     */
    public static NoteKey noteKey(Party holder, Zone zone, X509Certificate certificate) {
        NoteKeyType type = holder.bearer().equals(WITNESS) ? NoteKeyType.WITNESS : NoteKeyType.LOG;
        return NoteKey.of(nameOf(holder, zone), type, certificate.getPublicKey());
    }

    /** The keys whose signature under that State's checkpoints counts at that time. */
    public List<NoteKey> journalsOf(State state, Instant at) {
        return of(journalOf(state), at);
    }

    /** The keys whose cosignature for that State counts at that time. */
    public List<NoteKey> witnessesOf(State state, Instant at) {
        return of(witnessOf(state), at);
    }

    /** The keys by which that State has signed its checkpoints while this was in force, also those that have ended or were revoked since: for what somebody has kept himself. */
    public List<NoteKey> pastJournalsOf(State state) {
        return keys.stream()
                .filter(key -> key.holder().equals(journalOf(state)))
                .flatMap(key -> usable(key.holder(), key.certificate()).stream())
                .toList();
    }

    /** Whether the witness of any State but this one is listed, be its key good, over or revoked. */
    public boolean listWitnessesOf(State state) {
        return keys.stream()
                .map(ListedKey::holder)
                .anyMatch(holder -> holder.state() != state && holder.equals(witnessOf(holder.state())));
    }

    private List<NoteKey> of(Party party, Instant at) {
        return keys.stream()
                .filter(key -> key.holder().equals(party) && isValid(key.certificate(), at) && !revoked.contains(key))
                .flatMap(key -> usable(party, key.certificate()).stream())
                .toList();
    }

    /** A key that these formats do not know takes nothing from the others of its list. */
    private Optional<NoteKey> usable(Party party, X509Certificate certificate) {
        try {
            return Optional.of(noteKey(party, zone, certificate));
        } catch (MalformedLogException e) {
            return Optional.empty();
        }
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static String nameOf(Party party, Zone zone) {
        return zone.hostOf(party.state()) + "/" + party.bearer();
    }
}
