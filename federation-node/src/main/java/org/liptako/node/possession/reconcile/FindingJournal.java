package org.liptako.node.possession.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.registry.HoldingPage;
import org.liptako.node.registry.HoldingStatement;
import org.liptako.node.registry.HoldingStatements;
import org.liptako.node.registry.Page;
import org.liptako.pki.name.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Journals what a look has found and was not said, and that what was said is there no longer: each once, whoever looks how often. */
final class FindingJournal {
    /** So many entries a look; what is left is said by the next ones. */
    static final int MOST = 500;

    private static final int PAGE = 500;

    /** So many entries a transaction, which keeps every other entry of this State waiting. */
    private static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FindingJournal.class);

    private final SiteRecord own;
    private final LookStore findings;
    private final HoldingStatements said;
    private final State state;
    private final Set<HoldingFinding> refused = ConcurrentHashMap.newKeySet();

    FindingJournal(SiteRecord own, LookStore findings) {
        this.own = own;
        this.findings = findings;
        this.said = own.registry().holdings();
        this.state = own.journal().state();
    }

    /**
     * What was journaled.
     *
     * @param found findings that were not said before
     * @param ended those that were, and are there no longer
     * @param more whether there are more than are said at once
     * @param held whether nothing was, because most copies seem to have gone at once
     */
    public record Said(int found, int ended, boolean more, boolean held) {
        static final Said HELD = new Said(0, 0, false, true);
    }

    Said say(Look look) {
        refused.removeIf(finding -> !findings.contains(look.id(), finding));
        List<LookStore.Kept> news = unsaid(look);
        List<HoldingFinding> ended = ended(look);
        List<JournalEvent> written = new ArrayList<>();
        for (List<LookStore.Kept> some : some(news)) {
            written.addAll(append(handle -> some.stream()
                    .filter(kept -> !isSaid(handle, kept.finding()))
                    .map(this::found)));
        }
        for (List<HoldingFinding> some : some(ended)) {
            written.addAll(append(handle -> some.stream()
                    .filter(finding -> isSaid(handle, finding))
                    .map(finding -> new HoldingCleared(own.journal().now(), finding))));
        }
        refuse(written);
        int found =
                (int) written.stream().filter(HoldingFound.class::isInstance).count();
        return new Said(found, written.size() - found, news.size() == MOST || ended.size() == MOST, false);
    }

    private static <T> List<List<T>> some(List<T> all) {
        return IntStream.iterate(0, first -> first < all.size(), first -> first + AT_ONCE)
                .mapToObj(first -> all.subList(first, Math.min(first + AT_ONCE, all.size())))
                .toList();
    }

    private List<JournalEvent> append(Function<Handle, Stream<? extends JournalEvent>> unsaid) {
        List<JournalEvent> written = new ArrayList<>();
        own.journal().appendUnsaid(handle -> {
            written.clear();
            unsaid.apply(handle).forEach(written::add);
            return List.copyOf(written);
        });
        return written;
    }

    /** What the registry does not take in is not said again as long as it lasts. */
    private void refuse(List<JournalEvent> written) {
        own.jdbi()
                .useHandle(handle -> written.stream()
                        .flatMap(
                                event -> event instanceof HoldingFound found ? Stream.of(found.finding()) : Stream.of())
                        .filter(finding -> !isSaid(handle, finding))
                        .filter(refused::add)
                        .forEach(finding -> LOG.warn("The registry does not take in this finding: {}.", finding)));
    }

    /** Whether more of a kind than so many are found and not yet said. */
    boolean hasNewMoreThan(long most, Look look, HoldingKind kind) {
        long news = 0;
        Optional<LookStore.Kept> last = Optional.empty();
        List<LookStore.Kept> page;
        do {
            page = findings.page(look.id(), Optional.of(kind), last, PAGE);
            List<LookStore.Kept> some = page;
            news += own.jdbi()
                    .withHandle(handle -> some.stream()
                            .filter(kept -> !isSaid(handle, kept.finding()))
                            .count());
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == PAGE && news <= most);
        return news > most;
    }

    private HoldingFound found(LookStore.Kept kept) {
        boolean ofFiles = kept.finding().cause() == HoldingCause.STRANGERS;
        return new HoldingFound(own.journal().now(), kept.finding(), ofFiles ? kept.files() : null);
    }

    private boolean isSaid(Handle handle, HoldingFinding finding) {
        return said.isSaid(handle, finding, state);
    }

    private List<LookStore.Kept> unsaid(Look look) {
        List<LookStore.Kept> unsaid = new ArrayList<>();
        Optional<LookStore.Kept> last = Optional.empty();
        List<LookStore.Kept> page;
        do {
            page = findings.page(look.id(), Optional.empty(), last, PAGE);
            List<LookStore.Kept> some = page;
            own.jdbi()
                    .useHandle(handle -> some.stream()
                            .filter(kept -> !refused.contains(kept.finding()) && !isSaid(handle, kept.finding()))
                            .limit((long) MOST - unsaid.size())
                            .forEach(unsaid::add));
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == PAGE && unsaid.size() < MOST);
        return unsaid;
    }

    private List<HoldingFinding> ended(Look look) {
        List<HoldingFinding> ended = new ArrayList<>();
        Optional<Page> next = Optional.of(Page.first(PAGE));
        while (next.isPresent() && ended.size() < MOST) {
            HoldingPage page = said.page(next.get());
            page.statements().stream()
                    .filter(this::isOurs)
                    .map(statement -> statement.word().finding())
                    .filter(finding -> !findings.contains(look.id(), finding))
                    .limit((long) MOST - ended.size())
                    .forEach(ended::add);
            next = page.next();
        }
        return ended;
    }

    /** Said by this State of this site, or of what it gave to others: what lies at another of its sites is that site's to say; what a challenge found, the next one ends. */
    private boolean isOurs(HoldingStatement statement) {
        HoldingFinding finding = statement.word().finding();
        boolean elsewhere = !finding.site().state().equals(Optional.of(state));
        return statement.source().saidBy() == state
                && finding.cause() != HoldingCause.CHALLENGE_FAILED
                && (elsewhere || finding.site().equals(own.site()));
    }
}
