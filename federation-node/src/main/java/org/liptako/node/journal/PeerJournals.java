package org.liptako.node.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.JournalStore.Tip;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
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
 * The journals of the other States, as followed: nothing of them is believed that their State has not signed, and nothing that contradicts what it signed
 * before. Thread-safe.
 */
public final class PeerJournals {
    private static final Logger LOG = LoggerFactory.getLogger(PeerJournals.class);
    /** Of one State, since the start: it may withhold every other payload, and each alarm is an entry here. */
    private static final int MOST_WITHHELD = 100;

    private final Jdbi jdbi;
    private final Journal own;
    private final Clock clock;
    private final StatementVerifier verifier;
    private final List<JournalProjection> projections;
    private final CommitSignal signal;
    private final JournalStore store = new JournalStore();
    private final Set<State> reachable = ConcurrentHashMap.newKeySet();
    private final Map<State, String> lastAlarm = new ConcurrentHashMap<>();
    private final Map<State, Integer> withholdings = new ConcurrentHashMap<>();

    public PeerJournals(
            Jdbi jdbi, Journal own, Clock clock, StatementVerifier verifier, List<JournalProjection> projections) {
        this.jdbi = jdbi;
        this.own = own;
        this.clock = clock;
        this.verifier = verifier;
        this.projections = List.copyOf(projections);
        this.signal = own.signal();
    }

    /**
     * Takes entries that a peer gave, in order, and the head that its State signed over all of them. Entries that are known already are compared, and opened where they were not. All or nothing.
     *
     * <p>Several processes of this State may follow one peer: what another of them has read meanwhile is no contradiction.
     *
     * @param from how many entries the reader has been given of that journal before these, or known when it began to read
     * @throws Failure if the head is not that State's, if entries are missing, or if the journal contradicts what it said before; the last is an alarm. NOT_READY if a payload is withheld while
     *     this State's own journal is held: nothing is kept without its alarm
     */
    public void follow(State state, long from, List<JournalEntry> entries, SignedStatement head) {
        JournalHead claimed = believe(state, head);
        OptionalLong withheld;
        try {
            withheld = jdbi.inTransaction(handle -> {
                long known = lock(handle, state, entries);
                take(handle, state, from, entries, claimed);
                keep(handle, state, claimed, head);
                OptionalLong found = withheld(handle, state, known, entries);
                found.ifPresent(index -> tell(handle, state, index));
                return found;
            });
        } catch (Contradiction contradiction) {
            raise(state, contradiction.words);
            throw new Failure(ErrorCode.JOURNAL_CONTRADICTS, contradiction.words);
        }
        reachable.add(state);
        lastAlarm.remove(state);
        withheld.ifPresent(index -> withholdings.merge(state, 1, Integer::sum));
    }

    /** How many entries are known. Whoever may have to append here as well takes both journals, in the order in which a replay takes them. */
    private long lock(Handle handle, State state, List<JournalEntry> entries) {
        boolean both = entries.stream().anyMatch(PeerJournals::isMissing);
        for (State journal : both ? State.values() : new State[] {state}) {
            if (journal == state || journal == own.state()) {
                store.lock(handle, journal);
            }
        }
        return store.chain(handle, state).length();
    }

    /** The first new entry without its payload, and not for being secret, whose predecessor has one: a stretch of them is told once. */
    private OptionalLong withheld(Handle handle, State state, long known, List<JournalEntry> entries) {
        boolean open = known == 0
                || store.read(handle, state, known - 1, 1).getFirst().opened().isPresent();
        for (JournalEntry entry : entries) {
            if (entry.index() >= known) {
                if (open && isMissing(entry)) {
                    return OptionalLong.of(entry.index());
                }
                open = !isMissing(entry);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isMissing(JournalEntry entry) {
        return entry.opened().isEmpty() && !entry.secret();
    }

    /** In the transaction that keeps the entry: whoever is killed after it has told. */
    private void tell(Handle handle, State state, long index) {
        if (withholdings.getOrDefault(state, 0) >= MOST_WITHHELD) {
            LOG.warn("One more stretch of payloads of {} was withheld, from entry {} on.", state, index);
            return;
        }
        Sentence words = new Sentence(
                "Le contenu de l'entrée " + index + " du journal du " + state.french()
                        + " n'a pas été remis à cet État, qui y a droit ; elle est suivie par son engagement.",
                "The payload of entry " + index + " of the journal of " + state.english()
                        + " was withheld from this State, which is entitled to it; the entry is followed by its commitment.");
        own.append(handle, new AlarmRaised(own.now(), ErrorCode.PAYLOAD_WITHHELD.name(), state, words));
        handle.afterCommit(() -> LOG.error("Alarm: {}", words));
    }

    /** The head of a State's journal as it signed it over all that was read here; empty if nothing was. */
    public Optional<SignedStatement> head(State state) {
        return jdbi.withHandle(handle -> store.head(handle, state))
                .map(json -> JournalJson.read(json, SignedStatement.class));
    }

    /** At most so many entries of a State's journal as they were read here, in order, from this index on. */
    public List<JournalEntry> read(State state, long first, int most) {
        return jdbi.withHandle(handle -> store.read(handle, state, first, most));
    }

    /** The indices of the last entries of a State's journal that are known here by their commitments alone, in order. */
    public List<Long> unopened(State state, int most) {
        return jdbi.withHandle(handle -> store.unopened(handle, state, most));
    }

    /** Records that a State's node does not answer. */
    public void silent(State state) {
        reachable.remove(state);
    }

    /** An entry of a State's journal, own included; empty if it is not known here. */
    public Optional<JournalEntry> entry(State state, long index) {
        return jdbi.withHandle(handle -> store.read(handle, state, index, 1)).stream()
                .filter(entry -> entry.index() == index)
                .findFirst();
    }

    /** How far a State's journal is known here. */
    public JournalStatus status(State state) {
        return statuses().stream()
                .filter(status -> status.state() == state)
                .findFirst()
                .orElseThrow();
    }

    /** How far each State's journal is known here, own included, in the order of the States. */
    public List<JournalStatus> statuses() {
        return jdbi.withHandle(store::statuses).stream()
                .map(status -> status.state() == own.state()
                        ? status.heardNow(own.now())
                        : status.reachable(reachable.contains(status.state())))
                .toList();
    }

    private JournalHead believe(State state, SignedStatement statement) {
        try {
            verifier.verify(statement, JournalHead.CONTEXT, ExpectedSigner.nodeOf(state), clock.instant());
            JournalHead head =
                    JournalJson.read(new String(statement.payload(), StandardCharsets.UTF_8), JournalHead.class);
            if (head.state() == state && state != own.state()) {
                return head;
            }
        } catch (StatementException | IllegalArgumentException e) {
            throw new Failure(ErrorCode.STATEMENT_INVALID, unbelieved(state), e);
        }
        throw new Failure(ErrorCode.STATEMENT_INVALID, unbelieved(state));
    }

    private void take(Handle handle, State state, long from, List<JournalEntry> entries, JournalHead claimed) {
        Tip tip = store.lock(handle, state);
        Instant recordedAt = tip.next(clock.instant());
        HashChain chain = tip.chain();
        boolean opened = false;
        for (JournalEntry entry : entries) {
            if (!entry.isCoherent()) {
                throw Contradiction.of(
                        state, entry.index(), "n'est pas celle qui avait été engagée", "is not what was committed to");
            }
            if (entry.index() < tip.chain().length()) {
                opened |= compare(handle, state, entry, recordedAt);
            } else if (entry.index() == chain.length()) {
                chain = chain.append(entry.commitment());
                store.insert(handle, state, entry, chain, recordedAt);
                project(handle, state, entry, recordedAt);
            } else {
                throw missing(state, chain.length());
            }
        }
        if (claimed.size() > chain.length()) {
            throw missing(state, chain.length());
        }
        if (claimed.size()
                < (entries.isEmpty() ? from : Math.max(from, entries.getLast().index() + 1))) {
            throw Contradiction.of(state, claimed.size(), "a disparu du journal", "is gone from the journal");
        }
        HashChain known = claimed.size() == chain.length()
                ? chain
                : store.chainAt(handle, state, claimed.size()).orElseThrow();
        if (!claimed.chain().equals(known)) {
            throw Contradiction.of(
                    state,
                    Math.max(0, claimed.size() - 1),
                    "ou une entrée d'avant a changé",
                    "or one before it was changed");
        }
        if (opened || chain.length() > tip.chain().length()) {
            store.advance(handle, state, new Tip(chain, recordedAt));
            handle.afterCommit(() -> signal.fire(state));
        }
        store.heard(handle, state, Tip.precise(clock.instant()));
    }

    private void keep(Handle handle, State state, JournalHead claimed, SignedStatement head) {
        if (claimed.size() == store.chain(handle, state).length()) {
            store.keepHead(handle, state, claimed.size(), JournalJson.write(head));
        }
    }

    /** Whether it was opened by this. */
    private boolean compare(Handle handle, State state, JournalEntry entry, Instant recordedAt) {
        JournalEntry known = store.read(handle, state, entry.index(), 1).getFirst();
        if (!known.commitment().equals(entry.commitment())) {
            throw Contradiction.of(
                    state, entry.index(), "n'est plus celle qui avait été lue", "is no longer the one that was read");
        }
        if (known.opened().isPresent() || entry.opened().isEmpty()) {
            return false;
        }
        store.open(handle, state, entry.index(), entry.opened().get(), recordedAt);
        project(handle, state, entry, recordedAt);
        return true;
    }

    private void project(Handle handle, State state, JournalEntry entry, Instant recordedAt) {
        entry.opened()
                .flatMap(opening -> JournalJson.event(opening.payload()))
                .ifPresent(event -> projections.forEach(
                        projection -> projection.apply(handle, state, entry.index(), event, recordedAt)));
    }

    private void raise(State state, Sentence words) {
        LOG.error("Alarm: {}", words);
        if (!words.toString().equals(lastAlarm.get(state))) {
            own.append(new AlarmRaised(own.now(), ErrorCode.JOURNAL_CONTRADICTS.name(), state, words));
            // Not before: an alarm that could not be journaled is raised again.
            lastAlarm.put(state, words.toString());
        }
    }

    private static Failure missing(State state, long index) {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Il manque l'entrée " + index + " du journal du " + state.french() + ".",
                "Entry " + index + " of the journal of " + state.english() + " is missing.");
    }

    private static Sentence unbelieved(State state) {
        return new Sentence(
                "La tête de journal n'est pas signée par un nœud de " + state.french() + ".",
                "The journal head is not signed by a node of " + state.english() + ".");
    }

    /** Rolls the transaction back and carries what is wrong out of it. */
    private static final class Contradiction extends RuntimeException {
        private final Sentence words;

        private Contradiction(Sentence words) {
            super(words.en());
            this.words = words;
        }

        static Contradiction of(State state, long index, String fr, String en) {
            return new Contradiction(new Sentence(
                    "L'entrée " + index + " du journal du " + state.french() + " " + fr + ".",
                    "Entry " + index + " of the journal of " + state.english() + " " + en + "."));
        }
    }
}
