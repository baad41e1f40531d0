package org.liptako.node.journal.restore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.JournalHead;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.witness.WitnessKeys;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a database that was restored from a backup by the mark beside the node's keys, and takes back from the peers what they have kept, before anything is signed again. A database that holds other
 * entries than were signed is never gone on with. One thread at a time.
 */
public final class JournalRestore {
    private static final Logger LOG = LoggerFactory.getLogger(JournalRestore.class);

    private final Journal journal;
    private final ReturnedEntries entries;
    private final HighWater mark;
    private final List<KeptJournal> peers;
    private final StatementVerifier verifier;
    private final WitnessKeys keys;
    /** How many entries there were at the first look since the journal is held; what is above came back. */
    private long oldest = Long.MAX_VALUE;
    /** Since the journal is held. */
    private boolean declared;

    public JournalRestore(
            Journal journal,
            ReturnedEntries entries,
            HighWater mark,
            List<KeptJournal> peers,
            StatementVerifier verifier,
            WitnessKeys keys) {
        this.journal = journal;
        this.entries = entries;
        this.mark = mark;
        this.peers = List.copyOf(peers);
        this.verifier = verifier;
        this.keys = keys;
    }

    /** What a peer's answer is worth. */
    private record Answer(KeptJournal peer, HashChain signed, long cosigned) {}

    /** Before anything else: holds the journal unless its database is as new as the mark. Asks nobody. */
    public void begin() {
        Optional<HashChain> known = mark.read();
        if (known.isEmpty()) {
            return;
        }
        Optional<HashChain> here = entries.chainAt(known.get().length());
        if (here.isEmpty()) {
            hold(RestoreWords.older(journal.chain().length(), known.get().length()));
        } else if (!here.equals(known)) {
            hold(RestoreWords.other(known.get().length()));
        }
    }

    /** Whether the journal is held now. */
    boolean isHeld() {
        return journal.hold().why().isPresent();
    }

    /**
     * Asks the peers where that is needed, takes back what they have kept, and lets the journal go on once nothing that was signed is missing or what is missing is declared.
     *
     * @return whether the journal may go on
     */
    public boolean look() {
        Optional<HashChain> known = mark.read();
        if (known.isPresent() && !isHeld()) {
            return true;
        }
        List<Answer> answers = new ArrayList<>();
        List<State> silent = new ArrayList<>();
        for (KeptJournal peer : peers) {
            ask(peer).ifPresentOrElse(answers::add, () -> silent.add(peer.keeper()));
        }
        answers.sort((one, other) ->
                Long.compare(other.signed().length(), one.signed().length()));
        long before = journal.chain().length();
        oldest = Math.min(oldest, before);
        if (!answers.isEmpty() && answers.getFirst().signed().length() > before) {
            hold(RestoreWords.older(before, answers.getFirst().signed().length()));
        }
        for (Answer answer : answers) {
            Optional<Sentence> wrong = takeFrom(answer);
            if (wrong.isPresent()) {
                return held(wrong.get());
            }
        }
        long now = journal.chain().length();
        long signed = known.map(HashChain::length).orElse(0L);
        if (known.isPresent() && now >= signed && !entries.chainAt(signed).equals(known)) {
            return held(RestoreWords.other(signed));
        }
        if (now < signed && !silent.isEmpty()) {
            return held(RestoreWords.silent(now, signed, silent));
        }
        for (Answer answer : answers) {
            if (answer.signed().length() > now) {
                return held(RestoreWords.withheld(
                        answer.peer().keeper(), answer.signed().length(), now));
            }
            if (answer.cosigned() > now) {
                return held(RestoreWords.cosigned(answer.peer().keeper(), answer.cosigned(), now));
            }
        }
        goOn(now, signed);
        return true;
    }

    private void goOn(long now, long signed) {
        if (!declared) {
            declare(now, signed);
            declared = true;
        }
        // Not before the declaration is committed: the lower mark would hide the loss.
        mark.write(journal.chain());
        oldest = Long.MAX_VALUE;
        declared = false;
        journal.hold().release();
        remember();
    }

    private void declare(long now, long signed) {
        List<JournalLoss> losses = new ArrayList<>();
        if (now < signed) {
            LOG.error("Entries {} to {} of the journal were signed, and nobody has kept them.", now, signed - 1);
            losses.add(new JournalLoss(journal.now(), now, signed, JournalLoss.Part.ENTRY));
        }
        if (now > oldest) {
            LOG.warn("The database was older than the journal: entries {} to {} were taken back.", oldest, now - 1);
            undisclosed(oldest, now).ifPresent(losses::add);
        }
        if (!losses.isEmpty()) {
            entries.declare(losses);
        }
    }

    /** From the first to the last entry whose payload did not come back; those between may have theirs. */
    private Optional<JournalLoss> undisclosed(long first, long end) {
        long from = -1;
        long to = -1;
        for (long next = first; next < end; ) {
            List<JournalEntry> page = journal.read(next, 64);
            for (JournalEntry entry : page) {
                if (entry.index() < end && entry.opened().isEmpty()) {
                    from = from < 0 ? entry.index() : from;
                    to = entry.index() + 1;
                }
            }
            next = page.getLast().index() + 1;
        }
        return from < 0
                ? Optional.empty()
                : Optional.of(new JournalLoss(journal.now(), from, to, JournalLoss.Part.PAYLOAD));
    }

    /**
     * Writes the mark where the journal has grown; holds the journal where its database has fallen back while the node runs, as to a copy that lagged behind.
     *
     * @return whether the journal may go on
     */
    boolean remember() {
        HashChain now = journal.chain();
        if (!mark.read().equals(Optional.of(now))) {
            begin();
            if (isHeld()) {
                return false;
            }
            mark.write(now);
        }
        return true;
    }

    private Optional<Answer> ask(KeptJournal peer) {
        return peer.extent()
                .flatMap(extent -> signed(peer, extent)
                        .map(signed -> new Answer(
                                peer,
                                signed,
                                extent.cosigned().map(keys::signedSize).orElse(0L))));
    }

    /** Nothing where nothing was read there; empty, as of a peer that is silent, where what it shows is not believed: it may have more. */
    private Optional<HashChain> signed(KeptJournal peer, KeptJournal.Extent extent) {
        return extent.head().map(head -> believed(peer, head)).orElse(Optional.of(HashChain.EMPTY));
    }

    private Optional<HashChain> believed(KeptJournal peer, SignedStatement statement) {
        try {
            JournalHead head =
                    JournalJson.read(new String(statement.payload(), StandardCharsets.UTF_8), JournalHead.class);
            verifier.verify(statement, JournalHead.CONTEXT, ExpectedSigner.nodeOf(journal.state()), head.at());
            if (head.state() == journal.state()) {
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

    /** Takes back what this peer has kept; says what is wrong where it is this database that contradicts what was signed. */
    private Optional<Sentence> takeFrom(Answer answer) {
        HashChain signed = answer.signed();
        if (signed.length() <= journal.chain().length()) {
            return entries.chainAt(signed.length()).equals(Optional.of(signed))
                    ? Optional.empty()
                    : contradicted(answer, signed).or(() -> Optional.of(RestoreWords.other(signed.length())));
        }
        return switch (taken(answer)) {
            case ReturnedEntries.Taken taken -> Optional.empty();
            case ReturnedEntries.Unfit unfit -> contradicted(answer, signed);
        };
    }

    /** What cannot even be read into the registry is not what was signed; nothing of it is kept, and it must not bar the next peer. */
    private ReturnedEntries.Outcome taken(Answer answer) {
        try {
            return entries.take(answer.signed(), answer.peer()::read);
        } catch (RuntimeException e) {
            long here = journal.chain().length();
            LOG.warn(
                    "What {} gives of this journal cannot be taken back.",
                    answer.peer().keeper(),
                    e);
            return new ReturnedEntries.Unfit(here);
        }
    }

    /** Reads the whole journal as it was kept: if it leads to the head that was signed, it is this database that is another. */
    private Optional<Sentence> contradicted(Answer answer, HashChain signed) {
        long first = -1;
        HashChain chain = HashChain.EMPTY;
        long here = journal.chain().length();
        while (chain.length() < signed.length()) {
            List<JournalEntry> kept = answer.peer().read(chain.length());
            List<JournalEntry> own = journal.read(chain.length(), kept.size());
            for (int i = 0; i < kept.size() && chain.length() < signed.length(); i++) {
                JournalEntry entry = kept.get(i);
                if (first < 0
                        && chain.length() < here
                        && !own.get(i).commitment().equals(entry.commitment())) {
                    first = chain.length();
                }
                chain = chain.append(entry.commitment());
            }
            if (kept.isEmpty()) {
                break;
            }
        }
        if (!chain.equals(signed) || first < 0) {
            LOG.error(
                    "What {} has kept of this journal is not what was signed; it is passed over.",
                    answer.peer().keeper());
            return Optional.empty();
        }
        return Optional.of(RestoreWords.forked(first, answer.peer().keeper()));
    }

    private boolean held(Sentence words) {
        hold(words);
        return false;
    }

    private void hold(Sentence words) {
        if (!journal.hold().why().equals(Optional.of(words))) {
            LOG.error("The journal is held: {}", words);
        }
        journal.hold().hold(words);
    }
}
