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

    public KeptAnswers(State own, List<KeptJournal> peers, StatementVerifier verifier, WitnessKeys keys) {
        this.own = own;
        this.peers = List.copyOf(peers);
        this.verifier = verifier;
        this.keys = keys;
    }

    /**
     * What a peer's answer is worth.
     *
     * @param signed how far it has read, by this State's signature
     * @param cosigned what it has cosigned last, by this State's signature
     */
    record Answer(KeptJournal peer, HashChain signed, Optional<Checkpoint> cosigned) {}

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
                    .flatMap(extent -> signed(peer, extent)
                            .map(signed ->
                                    new Answer(peer, signed, extent.cosigned().flatMap(keys::ownCheckpoint))));
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

    private Optional<HashChain> believed(KeptJournal peer, SignedStatement statement) {
        try {
            JournalHead head =
                    JournalJson.read(new String(statement.payload(), StandardCharsets.UTF_8), JournalHead.class);
            verifier.verify(statement, JournalHead.CONTEXT, ExpectedSigner.nodeOf(own), head.at());
            if (head.state() == own) {
                return Optional.of(head.chain());
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
