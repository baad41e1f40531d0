package org.liptako.node.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.BindableService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** The rulebooks of the three States, which publish editions and hand them on. */
public final class TrialLaw implements AutoCloseable {
    private final Map<State, TrialRulebook> books = new EnumMap<>(State.class);
    private final Clock clock;

    public TrialLaw(Clock clock) {
        this.clock = clock;
        for (State state : State.values()) {
            books.put(state, new TrialRulebook(state, clock));
        }
    }

    /** By what a State's node judges. */
    public RuleSets ruleSets(State state) {
        return book(state).ruleSets;
    }

    /** What a State's node answers about its rules. */
    public BindableService endpoint(State state) {
        return book(state).endpoint();
    }

    /** By what a State's node judges after a restart: it remembers nothing but what it holds. */
    public RuleSets restarted(State state) {
        return book(state).restarted();
    }

    /** The sample rules of a jurisdiction, and more rules of its own behind them. */
    public static List<SourceFile> samples(Jurisdiction jurisdiction, String more) {
        List<SourceFile> files = new ArrayList<>(TrialEditions.samples(jurisdiction, ""));
        if (!more.isEmpty()) {
            files.add(new SourceFile(
                    jurisdiction.name().toLowerCase(Locale.ROOT) + "-2.yaml",
                    ("recueil: " + jurisdiction + "\nregles:\n" + more).getBytes(UTF_8)));
        }
        return files;
    }

    /** Publishes the next edition of a jurisdiction at a State's node, for at once. */
    public void publish(State at, Jurisdiction jurisdiction, Vocabulary words, List<SourceFile> files)
            throws RefusedEditionException {
        publish(at, jurisdiction, words, files, clock.instant());
    }

    /** The same, for an instant. */
    public void publish(State at, Jurisdiction jurisdiction, Vocabulary words, List<SourceFile> files, Instant from)
            throws RefusedEditionException {
        HeldEdition before = book(at).desk.lines().of(jurisdiction).newest().orElse(null);
        RuleEdition edition = TrialEditions.inWords(
                TrialEditions.enactment(jurisdiction, before, clock.instant(), from, files), words);
        book(at).desk.publish(TrialEditions.signed(edition, files));
    }

    /** Takes a jurisdiction's newest edition back. */
    public void withdraw(State at, Jurisdiction jurisdiction) throws RefusedEditionException {
        List<HeldEdition> held = book(at).desk.lines().of(jurisdiction).editions();
        HeldEdition restored = held.get(held.size() - 2);
        RuleEdition edition = TrialEditions.withdrawal(held.getLast(), restored, clock.instant());
        book(at).desk
                .publish(TrialEditions.signed(
                        edition, book(at).desk.signed(restored).files()));
    }

    /** Has one State's node hand on all that it holds to another's. */
    public void handOn(State from, State to) {
        for (Jurisdiction jurisdiction : Jurisdiction.all().reversed()) {
            for (HeldEdition held : book(from).desk.lines().of(jurisdiction).editions()) {
                if (book(to).desk
                        .lines()
                        .of(jurisdiction)
                        .version(held.version())
                        .isEmpty()) {
                    book(to).desk.take(book(from).desk.signed(held), from);
                }
            }
        }
    }

    /** Has everybody hold all. */
    public void handOn() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                if (from != to) {
                    handOn(from, to);
                }
            }
        }
    }

    /** Has the rules follow the clock. */
    public void keep() {
        books.values().forEach(book -> book.keeper.keep());
    }

    /** A jurisdiction's rules of any day, as a State's node gives them. */
    public Optional<List<SourceFile>> files(State at, Jurisdiction jurisdiction, Digest digest) {
        return book(at).archive().find(jurisdiction, digest);
    }

    /** The file of a vocabulary, as a State's node gives it. */
    public Optional<byte[]> vocabulary(State at, Digest digest) {
        return book(at).archive().vocabulary(digest);
    }

    private TrialRulebook book(State state) {
        TrialRulebook book = books.get(state);
        if (book == null) {
            throw new IllegalStateException("every State has one");
        }
        return book;
    }

    @Override
    public void close() {
        books.values().forEach(TrialRulebook::close);
    }
}
