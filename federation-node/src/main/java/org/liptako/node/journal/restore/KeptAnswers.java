package org.liptako.node.journal.restore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.liptako.node.journal.JournalHead;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;
import org.liptako.pki.tlog.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the other States how far they know this State's journal, all at once; nothing counts that this State has not signed itself. */
public final class KeptAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

    private final State own;
    private final List<KeptJournal> peers;
    private final StatementVerifier verifier;
    private final WitnessKeys keys;
    private final AbandonedEntries abandoned;

    public KeptAnswers(
            State own,
            List<KeptJournal> peers,
            StatementVerifier verifier,
            WitnessKeys keys,
            AbandonedEntries abandoned) {
        this.own = own;
        this.peers = List.copyOf(peers);
        this.verifier = verifier;
        this.keys = keys;
        this.abandoned = abandoned;
    }

    /**
     * What a peer's answer is worth.
     *
     * @param signed how far it has read, by this State's signature
     * @param cosigned what it has cosigned last, by this State's signature
     */
    record Answer(KeptJournal peer, HashChain signed, Optional<Checkpoint> cosigned) {
        /** How many entries were signed, by either. */
        long extent() {
            return Math.max(signed.length(), cosigned.map(Checkpoint::size).orElse(0L));
        }

        /** That it shows more than is here and gives none. */
        Sentence further(long here) {
            return signed.length() > here
                    ? RestoreWords.withheld(peer.keeper(), signed.length(), here)
                    : RestoreWords.cosigned(peer.keeper(), extent(), here);
        }
    }

    /**
     * What came of asking.
     *
     * @param answers the one that has read most first
     * @param silent who did not answer, or nothing that can be believed
     */
    record Asked(List<Answer> answers, List<State> silent) {
        /** How many entries were signed, by all that was answered. */
        long signed() {
            return answers.isEmpty() ? 0 : answers.getFirst().signed().length();
        }
    }

    /** Whether there is anybody to ask. */
    boolean areThere() {
        return !peers.isEmpty();
    }

    /** Asks all of them; who does not answer in time is silent. */
    Asked ask() {
        List<Answer> answers = new ArrayList<>();
        List<State> silent = new ArrayList<>();
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<Answer>>> asked = peers.stream()
                    .map(peer -> CompletableFuture.supplyAsync(() -> ask(peer), asking))
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                State keeper = peers.get(i).keeper();
                asked.get(i).join().ifPresentOrElse(answers::add, () -> silent.add(keeper));
            }
        }
        answers.sort(Comparator.comparingLong((Answer answer) -> answer.signed().length())
                .reversed());
        return new Asked(List.copyOf(answers), List.copyOf(silent));
    }

    private Optional<Answer> ask(KeptJournal peer) {
        try {
            return peer.extent()
                    .flatMap(extent ->
                            signed(peer, extent).map(signed -> new Answer(peer, signed, cosigned(peer, extent))));
        } catch (RuntimeException e) {
            // Whatever one shows must not keep the others from being heard.
            LOG.warn("What {} says of this journal cannot be judged; it counts as no answer.", peer.keeper(), e);
            return Optional.empty();
        }
    }

    /** Nothing where nothing was read there; empty, as of a peer that is silent, where what it shows is not believed: it may have more. */
    private Optional<HashChain> signed(KeptJournal peer, KeptJournal.Extent extent) {
        return extent.head().map(head -> believed(peer, head)).orElse(Optional.of(HashChain.EMPTY));
    }

    private Optional<Checkpoint> cosigned(KeptJournal peer, KeptJournal.Extent extent) {
        return extent.cosigned()
                .flatMap(keys::ownCheckpoint)
                .filter(checkpoint ->
                        abandoned.of(peer.keeper()).stream().noneMatch(branch -> branch.holds(checkpoint.size())));
    }

    /** What ends among entries that were given up for the lack of this very State says nothing of those that took their place. */
    private HashChain current(KeptJournal peer, JournalHead head) {
        return abandoned.of(peer.keeper()).stream().anyMatch(branch -> branch.holds(head.size(), head.at()))
                ? HashChain.EMPTY
                : head.chain();
    }

    private Optional<HashChain> believed(KeptJournal peer, SignedStatement statement) {
        try {
            JournalHead head =
                    JournalJson.read(new String(statement.payload(), StandardCharsets.UTF_8), JournalHead.class);
            verifier.verify(statement, JournalHead.CONTEXT, ExpectedSigner.nodeOf(own), head.at());
            if (head.state() == own) {
                return Optional.of(current(peer, head));
            }
            LOG.warn("The head that {} shows is another State's; it counts as no answer.", peer.keeper());
        } catch (StatementException | IllegalArgumentException e) {
            LOG.warn(
                    "What {} shows as the head of this journal is not believed; it counts as no answer.",
                    peer.keeper(),
                    e);
        }
        return Optional.empty();
    }
}
