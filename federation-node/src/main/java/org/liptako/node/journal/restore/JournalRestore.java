package org.liptako.node.journal.restore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.ReturnedEntries;
import org.liptako.node.journal.restore.LossOrders.Given;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;
import org.liptako.pki.tlog.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a database that was restored from a backup, by the mark beside the node's keys and by what the peers have kept, and takes back from them what is missing before anything is signed again. A
 * database that holds other entries than were signed is never gone on with. One thread at a time.
 */
public final class JournalRestore {
    private static final Logger LOG = LoggerFactory.getLogger(JournalRestore.class);

    private final Journal journal;
    private final ReturnedEntries entries;
    private final JournalTree tree;
    private final HighWater mark;
    private final KeptAnswers peers;
    private final LossDesk losses;
    /** How many entries there were at the first look since the journal is held; what is above came back. */
    private long oldest = Long.MAX_VALUE;
    /** Since the journal is held. */
    private boolean declared;

    private boolean uncompared;

    public JournalRestore(OwnJournal own, HighWater mark, KeptAnswers peers, LossDesk losses) {
        this.journal = own.journal();
        this.entries = own.entries();
        this.tree = own.tree();
        this.mark = mark;
        this.peers = peers;
        this.losses = losses;
    }

    /** Before anything else: holds the journal unless its database is as new as the mark, which may have gone back with it: until a peer has answered no checkpoint is signed. Asks nobody. */
    public void begin() {
        if (peers.areThere()) {
            journal.hold().doubt();
        }
        compare();
    }

    private void compare() {
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

    /** Whether the tree was too far behind at the last look to compare all that was cosigned. */
    boolean isUncompared() {
        return uncompared;
    }

    /** Whether no peer has said yet how far it knows this journal. */
    boolean isDoubted() {
        return journal.hold().isDoubted();
    }

    /**
     * Asks the peers, takes back what they have kept and is not here, and lets the journal go on once nothing that was signed is missing or what is missing is declared. A journal that nothing speaks
     * against goes on meanwhile, and when nobody answers.
     *
     * @return whether the journal may go on
     */
    public boolean look() {
        Optional<HashChain> known = mark.read().filter(chain -> !losses.isAbandoned(chain, mark.writtenAt()));
        KeptAnswers.Asked asked = peers.ask();
        // After they have answered: what they know was here before.
        long before = journal.chain().length();
        if (asked.signed() > before && !isHeld()) {
            hold(RestoreWords.older(before, asked.signed()));
        }
        if (isHeld()) {
            oldest = Math.min(oldest, before);
        }
        for (KeptAnswers.Answer answer : asked.answers()) {
            Optional<Sentence> wrong = takeFrom(answer);
            if (wrong.isPresent()) {
                return held(wrong.get());
            }
        }
        long now = journal.chain().length();
        long signed = known.map(HashChain::length).orElse(0L);
        Optional<Sentence> wrong = contradicting(known, now, asked);
        if (wrong.isPresent()) {
            return held(wrong.get());
        }
        Given given = null;
        Optional<Gap> gap = gap(signed, now, asked);
        if (gap.isPresent()) {
            if (!isHeld()) {
                // Before the order is drawn up: a full disk must not let the journal go on.
                hold(gap.get().words());
            }
            switch (losses.standing(gap.get())) {
                case LossOrders.Awaited awaited -> {
                    return held(RestoreWords.both(gap.get().words(), awaited.words()));
                }
                case Given ordered -> given = ordered;
            }
        }
        if (isHeld() && !goOn(now, signed, given)) {
            return false;
        }
        uncompared = !asked.answers().stream().allMatch(this::isCompared);
        if (asked.answers().stream().anyMatch(this::isCompared)) {
            journal.hold().believe();
        }
        return true;
    }

    /** What was signed otherwise than it is here. */
    private Optional<Sentence> contradicting(Optional<HashChain> known, long now, KeptAnswers.Asked asked) {
        long signed = known.map(HashChain::length).orElse(0L);
        if (known.isPresent() && now >= signed && !entries.chainAt(signed).equals(known)) {
            return Optional.of(RestoreWords.other(signed));
        }
        return asked.answers().stream()
                .flatMap(answer ->
                        answer
                                .cosigned()
                                .flatMap(cosigned -> against(answer.peer().keeper(), cosigned))
                                .stream())
                .findFirst();
    }

    /** What was signed, is not here, and is not to be had though somebody has it, or may; empty also where all have answered and nobody has it. */
    private Optional<Gap> gap(long signed, long now, KeptAnswers.Asked asked) {
        List<KeptAnswers.Answer> further =
                asked.answers().stream().filter(answer -> answer.extent() > now).toList();
        if (further.isEmpty() && (now >= signed || asked.silent().isEmpty())) {
            return Optional.empty();
        }
        Set<State> withholding =
                further.stream().map(answer -> answer.peer().keeper()).collect(Collectors.toSet());
        long end = Math.max(
                signed,
                further.stream().mapToLong(KeptAnswers.Answer::extent).max().orElse(0));
        Sentence words = now < signed && !asked.silent().isEmpty()
                ? RestoreWords.silent(now, signed, asked.silent())
                : further.getFirst().further(now);
        return Optional.of(new Gap(now, end, withholding, asked.silent(), words));
    }

    /** What a checkpoint that this State signed and a witness cosigned says against this database. */
    private Optional<Sentence> against(State witness, Checkpoint cosigned) {
        return isCovered(cosigned)
                        && !tree.root(journal.state(), cosigned.size()).equals(cosigned.root())
                ? Optional.of(RestoreWords.cosignedOther(witness, cosigned.size()))
                : Optional.empty();
    }

    private boolean isCompared(KeptAnswers.Answer answer) {
        return answer.cosigned().map(this::isCovered).orElse(true);
    }

    /** The tree is a moment behind; until it is not, the next look compares. */
    private boolean isCovered(Checkpoint cosigned) {
        return tree.size(journal.state()) >= cosigned.size();
    }

    /** False where another process has written meanwhile: the next look tells what is left to declare. */
    private boolean goOn(long now, long signed, @Nullable Given given) {
        if (!declared && !losses.declare(now, signed, oldest, given)) {
            return false;
        }
        declared = true;
        // Not before the declaration is committed: the lower mark would hide the loss.
        mark.write(journal.chain());
        oldest = Long.MAX_VALUE;
        declared = false;
        losses.done();
        journal.hold().release();
        remember();
        return true;
    }

    /**
     * Writes the mark where the journal has grown; holds the journal where its database has fallen back while the node runs, as to a copy that lagged behind.
     *
     * @return whether the journal may go on
     */
    boolean remember() {
        HashChain now = journal.chain();
        if (!mark.read().equals(Optional.of(now))) {
            compare();
            if (isHeld()) {
                return false;
            }
            mark.write(now);
        }
        return true;
    }

    /** Takes back what this peer has kept; says what is wrong where it is this database that contradicts what was signed. */
    private Optional<Sentence> takeFrom(KeptAnswers.Answer answer) {
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
    private ReturnedEntries.Outcome taken(KeptAnswers.Answer answer) {
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
    private Optional<Sentence> contradicted(KeptAnswers.Answer answer, HashChain signed) {
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
