package org.liptako.node.exchange.attest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.exchange.grant.GrantLedger;
import org.liptako.node.exchange.grant.GrantLedger.Act;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ErasureLookup;
import org.liptako.node.journal.event.ErasureStatement;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.registry.ErasureWord;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Takes what operators sign of copies that this node has erased. What it holds is read back from the journal; there is no store of its own. One statement at a
 * time. Thread-safe.
 */
public final class AttestDesk {
    private static final Duration LONGEST_SIGNING = Duration.ofDays(30);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private final SiteRecord own;
    private final GrantLedger grants;
    private final OperatorSignature signature;

    AttestDesk(SiteRecord own, GrantLedger grants, OperatorSignature signature) {
        this.own = own;
        this.grants = grants;
        this.signature = signature;
    }

    /**
     * An erasure that this node has journaled.
     *
     * @param index the entry's
     * @param word what was last signed on it; empty as long as that is awaited
     */
    public record Erasure(ReplicaErased erased, long index, Optional<ErasureWord> word) {}

    /** A statement that was taken. */
    public record Attested(ErasureStatement statement, long index, List<String> signers) {
        public Attested {
            signers = List.copyOf(signers);
        }
    }

    /**
     * What was erased under a grant.
     *
     * @throws Failure NOT_KNOWN if nothing was, here
     */
    public Erasure erasure(GrantSerial serial) {
        OptionalLong index = own.jdbi().withHandle(handle -> grants.journalIndex(handle, serial, Act.ERASED));
        if (index.isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Ce nœud n'a rien effacé sous l'autorisation " + serial
                            + " ; vérifiez le numéro, ou effacez d'abord la copie (liptako replica erase).",
                    "This node has erased nothing under the grant " + serial
                            + "; check the serial, or erase the copy first (liptako replica erase).");
        }
        ReplicaErased erased = own.journal().read(index.getAsLong(), 1).stream()
                .map(JournalEntry::opening)
                .flatMap(opening -> JournalJson.event(opening.payload()).stream())
                .filter(ReplicaErased.class::isInstance)
                .map(ReplicaErased.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Entry " + index + " tells of no erasure."));
        return new Erasure(erased, index.getAsLong(), word(erased));
    }

    private Optional<ErasureWord> word(ReplicaErased erased) {
        return own.registry().erasureWords(List.of(erased.dataset())).stream()
                .filter(word -> word.statement().grant().equals(erased.grant()))
                .findFirst();
    }

    /**
     * Draws up a statement, for an operator to sign.
     *
     * @throws Failure if nothing was erased under that grant, or the statement does not say what it has to
     */
    public byte[] drawUp(GrantSerial serial, List<ErasureLookup> lookups, String name) {
        Erasure erasure = erasure(serial);
        Instant now = own.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            return ErasureStatement.of(erasure.erased(), erasure.index(), lookups, name, now)
                    .toJson();
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La déclaration parle une fois, et dans cet ordre, des instantanés, des bandes et des répliques de"
                            + " baie, puis d'autre chose s'il y a lieu, et porte un nom d'une ligne.",
                    "The statement speaks once, in this order, of snapshots, tapes and array replicas, then of anything"
                            + " else if need be, and bears a name of one line.");
        }
    }

    /**
     * Takes a signed statement.
     *
     * @param document the statement as it was signed
     * @param signatures CMS SignedData, detached
     * @throws Failure if it is none, not on an erasure of this node, not signed by an operator of this site, or older than the one held
     */
    public synchronized Attested attest(byte[] document, byte[] signatures) {
        ErasureStatement statement = parse(document);
        Erasure erasure = erasure(statement.grant());
        checkErasure(statement, erasure);
        Optional<ErasureWord> before = erasure.word();
        if (before.filter(word -> word.statement().equals(statement)).isPresent()) {
            return new Attested(
                    statement, before.get().journalIndex(), before.get().signers());
        }
        Instant now = own.clock().instant();
        checkTime(statement, before, now);
        mustBeOnTheLast(statement);
        List<String> signers = signature.signers(statement, document, signatures, now);
        long index = own.journal()
                .append(new ErasureAttested(
                        own.journal().now(),
                        statement,
                        signers,
                        Base64.getEncoder().encodeToString(signatures)));
        return new Attested(statement, index, signers);
    }

    private static ErasureStatement parse(byte[] document) {
        try {
            return ErasureStatement.parse(document);
        } catch (IllegalArgumentException e) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Ce fichier n'est pas une déclaration d'effacement telle que « liptako replica attest » l'écrit.",
                    "This file is no statement on an erasure as \"liptako replica attest\" writes it.");
        }
    }

    private static void checkErasure(ErasureStatement statement, Erasure erasure) {
        ReplicaErased erased = erasure.erased();
        if (statement.erasure() != erasure.index()
                || !statement.dataset().equals(erased.dataset())
                || !statement.site().equals(erased.site())) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La déclaration n'est pas sur l'effacement que ce nœud a inscrit sous " + statement.grant() + " ("
                            + erased.dataset() + ", " + erased.site() + ", entrée " + erasure.index() + ").",
                    "The statement is not on the erasure that this node has recorded under " + statement.grant() + " ("
                            + erased.dataset() + ", " + erased.site() + ", entry " + erasure.index() + ").");
        }
    }

    /** The registry keeps one word for a copy: one on an earlier erasure must not take the place of one on a later. */
    private void mustBeOnTheLast(ErasureStatement statement) {
        boolean later = own.registry().erasureWords(List.of(statement.dataset())).stream()
                .map(ErasureWord::statement)
                .anyMatch(said -> said.site().equals(statement.site()) && said.erasure() > statement.erasure());
        if (later) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Un effacement plus récent de cette copie est déjà déclaré ; celui-ci ne se déclare plus.",
                    "A later erasure of this copy is stated already; this one is stated no more.");
        }
    }

    /** One that somebody kept in a drawer must not take the place of what was said since. */
    private static void checkTime(ErasureStatement statement, Optional<ErasureWord> before, Instant now) {
        if (statement.at().isAfter(now.plus(CLOCK_TOLERANCE))
                || statement.at().plus(LONGEST_SIGNING).isBefore(now)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La déclaration est du " + statement.at()
                            + " : elle se remet dans les 30 jours, et pas avant sa date ; faites-en une nouvelle.",
                    "The statement is of " + statement.at()
                            + ": it is to be handed in within 30 days, and not before its date; draw up a new one.");
        }
        if (before.filter(word -> !word.statement().at().isBefore(statement.at()))
                .isPresent()) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Une déclaration plus récente est déjà inscrite (entrée "
                            + before.get().journalIndex() + ") ; faites-en une nouvelle.",
                    "A later statement is recorded already (entry "
                            + before.get().journalIndex() + "); draw up a new one.");
        }
    }
}
