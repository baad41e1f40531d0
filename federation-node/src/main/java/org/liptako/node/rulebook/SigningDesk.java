package org.liptako.node.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Signatory;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumException;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.pki.quorum.RemoteSignature;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;

/**
 * Puts editions before the officers, one of whom signs after the other, and publishes what enough have signed by the desk that all editions pass. A signature is
 * kept only if it counts at that moment; it counts for nothing before the edition is published, where all are judged again. Thread-safe.
 */
public final class SigningDesk {
    /** More are a pile that nobody reads. */
    private static final int MOST = 50;
    /** As long as a session may lie idle: what was to be signed then is still what the page showed. */
    private static final Duration OPEN = Duration.ofMinutes(15);

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final WaitingEditionStore store = new WaitingEditionStore();
    private final EditionStore published;
    private final EditionJudge judge;
    private final EditionQuorum quorum;
    private final Editions editions;
    private final EditionSteps steps;
    private final State own;
    private final Clock clock;

    SigningDesk(
            Jdbi jdbi,
            EditionStore published,
            EditionJudge judge,
            EditionQuorum quorum,
            Editions editions,
            EditionSteps steps,
            State own,
            Clock clock) {
        this.jdbi = jdbi;
        this.published = published;
        this.judge = judge;
        this.quorum = quorum;
        this.editions = editions;
        this.steps = steps;
        this.own = own;
        this.clock = clock;
    }

    /** Those that wait, newest first. */
    public List<WaitingEdition> waiting() {
        return jdbi.withHandle(store::all).stream().map(this::told).toList();
    }

    /**
     * One that waits.
     *
     * @throws Failure NOT_KNOWN if none waits under that digest
     */
    public WaitingEdition get(String digest) {
        return told(jdbi.withHandle(handle -> store.of(handle, digest)).orElseThrow(WaitingEditionStore::unknown));
    }

    /** The signatures that one has so far, as {@code liptako sign} writes them; empty for none. */
    public byte[] signatures(String digest) {
        return jdbi.withHandle(handle -> store.of(handle, digest))
                .orElseThrow(WaitingEditionStore::unknown)
                .signatures();
    }

    /**
     * What an officer's key would sign now.
     *
     * @param chain the officer's, leaf first
     * @throws Failure NOT_KNOWN, or INVALID_REQUEST if the certificate's key is none that signs
     */
    public Signable signable(String digest, List<X509Certificate> chain) {
        byte[] content = jdbi.withHandle(handle -> store.of(handle, digest))
                .orElseThrow(WaitingEditionStore::unknown)
                .content();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        RemoteSignature remote = remote(content, chain, at);
        return new Signable(
                remote.toBeSigned(),
                at,
                remote.kind(),
                chain.getFirst().getPublicKey().getEncoded());
    }

    /**
     * Puts an edition before the officers, with the signatures that it has; again it adds those that are new.
     *
     * @throws RefusedEditionException if it could not be published, whoever signed it
     * @throws Failure EDITION_REFUSED if none of its signatures counts
     */
    Submitted submit(SignedEdition edition, Signatory by) throws RefusedEditionException {
        if (!editions.areSigned()) {
            throw BookNames.unsigned();
        }
        HeldEdition held = EditionJudge.read(edition);
        Jurisdiction whose = held.edition().jurisdiction();
        if (whose != Jurisdiction.AES && !whose.name().equals(own.name())) {
            throw new RefusedEditionException(EditionRefusal.OTHER_JURISDICTION, whose.name());
        }
        boolean taken = jdbi.inTransaction(handle -> put(handle, held, edition, by));
        return new Submitted(get(held.digest()), !taken);
    }

    /**
     * An edition that waits since now, or did before.
     *
     * @param already whether it waited with these signatures: nothing was done
     */
    public record Submitted(WaitingEdition edition, boolean already) {}

    /** Whether anything was new. */
    private boolean put(Handle handle, HeldEdition held, SignedEdition edition, Signatory by)
            throws RefusedEditionException {
        store.lock(handle);
        boolean known = store.held(handle, held.digest()).isPresent();
        if (!known) {
            EditionLines lines = published.lines(handle);
            judge.fits(held, edition, lines, published.words(handle, lines), clock.instant());
            if (store.count(handle) >= MOST) {
                throw Failure.of(
                        ErrorCode.TOO_MUCH,
                        "Déjà " + MOST + " éditions attendent des signatures ; retirez-en d'abord.",
                        MOST + " editions wait for signatures already; take some away first.");
            }
            store.put(handle, new SignedEdition(edition.content(), new byte[0], edition.files()), by, clock.instant());
        }
        List<SignatureVerdict.Counted> fresh =
                edition.signatures().length == 0 ? List.of() : add(handle, held.digest(), edition.signatures());
        if (!known) {
            steps.submitted(handle, held, by);
        }
        steps.signed(handle, held, by, fresh);
        return !known || !fresh.isEmpty();
    }

    /**
     * Takes an officer's signature that was made elsewhere over what {@link #signable} gave, and publishes the edition if it was the last that it took.
     *
     * @param by the officer who is signed in
     * @param chain theirs, leaf first
     * @param at as {@link #signable} gave it
     * @throws Failure NOT_KNOWN, INVALID_REQUEST, or EDITION_REFUSED if the signature does not count
     */
    public Signed sign(String digest, Signatory by, List<X509Certificate> chain, Instant at, byte[] signature) {
        Instant now = clock.instant();
        if (at.isBefore(now.minus(OPEN)) || at.isAfter(now.plus(CLOCK_SKEW))) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La page a été ouverte il y a trop longtemps : rechargez-la, relisez, puis signez.",
                    "The page was opened too long ago: load it again, read, then sign.");
        }
        return take(digest, by, content -> {
            try {
                return remote(content, chain, at).with(signature);
            } catch (QuorumException malformed) {
                throw unreadable();
            }
        });
    }

    /**
     * Takes signatures as {@code liptako sign} writes them.
     *
     * @param by who brings them
     * @param signatures CMS, detached, DER
     * @throws Failure as {@link #sign}
     */
    public Signed add(String digest, Signatory by, byte[] signatures) {
        return take(digest, by, content -> signatures);
    }

    private Signed take(String digest, Signatory by, Function<byte[], byte[]> made) {
        jdbi.useTransaction(handle -> {
            WaitingEditionStore.Row row = store.held(handle, digest).orElseThrow(WaitingEditionStore::unknown);
            List<SignatureVerdict.Counted> fresh = add(handle, digest, made.apply(row.content()));
            if (fresh.isEmpty()) {
                throw again();
            }
            steps.signed(handle, row.held(), by, fresh);
        });
        WaitingEdition edition = get(digest);
        return edition.complete() ? publish(digest) : new Signed.Waits(edition);
    }

    /** Adds signatures and gives those of people who had not signed; none is worthless, but all may be known. */
    private List<SignatureVerdict.Counted> add(Handle handle, String digest, byte[] more) {
        WaitingEditionStore.Row row = store.held(handle, digest).orElseThrow(WaitingEditionStore::unknown);
        RuleEdition edition = row.held().edition();
        EditionQuorum.Tally alone = tally(row, edition, more);
        if (alone.counted().isEmpty()) {
            throw worthless(alone);
        }
        EditionQuorum.Tally before = tally(row, edition, row.signatures());
        byte[] joined = row.signatures().length == 0 ? more : joined(row, more);
        EditionQuorum.Tally after = tally(row, edition, joined);
        if (after.counted().size() <= before.counted().size()) {
            return List.of();
        }
        store.sign(handle, digest, joined);
        return after.counted().stream()
                .filter(signature ->
                        !before.signers().contains(signature.signer().toString()))
                .toList();
    }

    private EditionQuorum.Tally tally(WaitingEditionStore.Row row, RuleEdition edition, byte[] signatures) {
        return quorum.tally(edition, row.content(), signatures, clock.instant());
    }

    private static byte[] joined(WaitingEditionStore.Row row, byte[] more) {
        try {
            return QuorumSigner.join(row.content(), List.of(row.signatures(), more));
        } catch (QuorumException malformed) {
            throw unreadable();
        }
    }

    private static Failure worthless(EditionQuorum.Tally alone) {
        return Failure.of(
                ErrorCode.EDITION_REFUSED,
                "Cette signature ne compte pas. " + alone.refused().fr(),
                "This signature does not count. " + alone.refused().en());
    }

    private static Failure again() {
        return Failure.of(
                ErrorCode.EDITION_REFUSED,
                "Cette personne, ou cette clé, a déjà signé l'édition : il faut une autre personne, avec sa propre clé.",
                "This person, or this key, has signed the edition already: it takes another person, with a key of their own.");
    }

    /**
     * Publishes an edition that enough have signed.
     *
     * @throws Failure NOT_KNOWN, or EDITION_REFUSED if it may not stand now; it waits on
     */
    public Signed publish(String digest) {
        SignedEdition whole = jdbi.withHandle(handle -> store.of(handle, digest)
                .orElseThrow(WaitingEditionStore::unknown)
                .signed(store.files(handle, digest)));
        try {
            EditionDesk.Published taken = editions.publish(whole);
            jdbi.useHandle(handle -> store.remove(handle, digest));
            RuleEdition edition = taken.held().edition();
            return new Signed.Published(edition.jurisdiction().name(), edition.version());
        } catch (RefusedEditionException refused) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    refused.wording().fr(),
                    refused.wording().en());
        }
    }

    private WaitingEdition told(WaitingEditionStore.Row row) {
        RuleEdition edition = row.held().edition();
        EditionQuorum.Tally tally = tally(row, edition, row.signatures());
        return new WaitingEdition(
                row.digest(),
                edition,
                new String(row.content(), StandardCharsets.UTF_8),
                tally.signers(),
                tally.rule().people(),
                tally.rule().states(),
                tally.reached(),
                row.submittedBy(),
                row.submittedAt(),
                row.removalAskedBy());
    }

    private static RemoteSignature remote(byte[] content, List<X509Certificate> chain, Instant at) {
        try {
            return new RemoteSignature(content, chain, at);
        } catch (QuorumException stranger) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La clé de ce certificat n'est pas de celles qui signent ici : P-256, P-384 ou Ed25519.",
                    "This certificate's key is none of those that sign here: P-256, P-384 or Ed25519.");
        }
    }

    private static Failure unreadable() {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Ce n'est pas une signature de ce document : signez de nouveau.",
                "That is no signature of this document: sign again.");
    }
}
