package org.liptako.node.rulebook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.liptako.node.rulebook.reading.ArticleWording;
import org.liptako.node.rulebook.reading.Book;
import org.liptako.node.rulebook.reading.BookDifference;
import org.liptako.node.rulebook.reading.CalendarEntry;
import org.liptako.node.rulebook.reading.DecisionGrid;
import org.liptako.node.rulebook.reading.Reading;
import org.liptako.node.rulebook.reading.VersionDifference;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/** Every rule book that this node holds, version by version, to be read. Rules are public: whoever may call the node may read all. Thread-safe. */
public final class RuleLibrary {
    /** What a page holds. */
    private static final int MOST_ARTICLES = 100;

    private static final int MOST_CHANGES = 50;

    private final RuleSets ruleSets;
    private final Editions editions;
    private final HeldRules held;
    private final BookVersions versions;
    private final Clock clock;

    RuleLibrary(RuleSets ruleSets, Editions editions, Clock clock) {
        this.ruleSets = ruleSets;
        this.editions = editions;
        this.held = new HeldRules(ruleSets, editions);
        this.versions = new BookVersions(ruleSets, editions);
        this.clock = clock;
    }

    /** Whether versions are signed; a demonstration may judge by files that nobody has signed. */
    public boolean isSigned() {
        return editions.areSigned();
    }

    /**
     * What a book is called.
     *
     * @param code ML, BF, NE or AES
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such book
     */
    public Bilingual name(String code) {
        return BookNames.jurisdiction(code).label();
    }

    /** Every book, with its version in force and those that wait for their day. */
    public List<Book> books() {
        Instant now = clock.instant();
        EditionLines lines = editions.lines();
        return Jurisdiction.all().stream()
                .map(jurisdiction -> versions.standing(jurisdiction, lines.of(jurisdiction), now))
                .toList();
    }

    /** What enters and leaves force from now on, in order of time. */
    public List<CalendarEntry> calendar() {
        Instant now = clock.instant();
        EditionLines lines = editions.lines();
        RuleCalendar calendar = new RuleCalendar(held, now);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            if (editions.areSigned()) {
                calendar.add(jurisdiction, lines.of(jurisdiction));
            } else {
                calendar.add(jurisdiction, ruleSets.inForce(now).ruleSet());
            }
        }
        return calendar.entries();
    }

    /**
     * A version of a book, from the page that holds an article on.
     *
     * @param code ML, BF, NE or AES
     * @param version its number; empty for the version in force or, where none is yet, the newest
     * @param article empty for the first
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such book, version or article
     */
    public Reading read(String code, String version, String article) {
        Jurisdiction jurisdiction = BookNames.jurisdiction(code);
        Instant now = clock.instant();
        EditionLine line = editions.lines().of(jurisdiction);
        Optional<HeldEdition> wanted = wanted(jurisdiction, line, BookNames.number("version", version), now);
        RuleSet rules =
                wanted.map(held::ruleSet).orElseGet(() -> ruleSets.inForce(now).ruleSet());
        List<Rule> all = rules.of(jurisdiction).rules();
        int first = BookNames.place(all.stream().map(Rule::id).toList(), article) / MOST_ARTICLES * MOST_ARTICLES;
        int end = Math.min(all.size(), first + MOST_ARTICLES);
        ArticleWording wording = new ArticleWording(rules, now);
        return new Reading(
                versions.book(jurisdiction, line, now),
                wanted.isPresent() ? versions.of(wanted.get(), line, now) : null,
                all.subList(first, end).stream().map(wording::of).toList(),
                first + 1,
                all.size(),
                first == 0 ? "" : all.get(first - MOST_ARTICLES).id(),
                end == all.size() ? "" : all.get(end).id());
    }

    /**
     * How two versions of a book differ, from the page that holds an article on.
     *
     * @param from the earlier one's number; empty for the one before the later
     * @param to the later one's; empty for the newest
     * @param article empty for the first that differs
     * @param language one of {@code Bilingual::fr} and {@code Bilingual::en}
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such book, version or change
     */
    public VersionDifference compare(
            String code, String from, String to, String article, Function<Bilingual, String> language) {
        Jurisdiction jurisdiction = BookNames.jurisdiction(code);
        if (!editions.areSigned()) {
            throw BookNames.unsigned();
        }
        Instant now = clock.instant();
        EditionLine line = editions.lines().of(jurisdiction);
        HeldEdition newest = BookNames.newest(jurisdiction, line);
        HeldEdition later =
                BookNames.version(jurisdiction, line, BookNames.number("to", to).orElse(newest.version()));
        HeldEdition earlier = BookNames.version(
                jurisdiction, line, BookNames.number("from", from).orElse(Math.max(1, later.version() - 1)));
        BookDifference difference =
                new BookDifference(held.ruleSet(earlier), held.ruleSet(later), jurisdiction, language);
        List<String> changed = difference.changed();
        int first = BookNames.place(changed, article) / MOST_CHANGES * MOST_CHANGES;
        int end = Math.min(changed.size(), first + MOST_CHANGES);
        return new VersionDifference(
                versions.book(jurisdiction, line, now),
                versions.of(earlier, line, now),
                versions.of(later, line, now),
                difference.counts(),
                difference.same(),
                changed.subList(first, end).stream().map(difference::change).toList(),
                first + 1,
                first == 0 ? "" : changed.get(first - MOST_CHANGES),
                end == changed.size() ? "" : changed.get(end));
    }

    /**
     * What the rules in force decide of one operation on a State's data.
     *
     * @param code ML, BF or NE
     * @param operation its code; empty for the first
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if there is no such State or operation
     */
    public DecisionGrid decisions(String code, String operation) {
        Instant now = clock.instant();
        return DecisionGrids.of(ruleSets.inForce(now).ruleSet(), BookNames.state(code), operation, now);
    }

    /** The version asked for; empty where nobody signs. */
    private Optional<HeldEdition> wanted(
            Jurisdiction jurisdiction, EditionLine line, OptionalLong number, Instant now) {
        if (!editions.areSigned()) {
            if (number.isPresent()) {
                throw BookNames.unsigned();
            }
            return Optional.empty();
        }
        return Optional.of(
                number.isPresent()
                        ? BookNames.version(jurisdiction, line, number.getAsLong())
                        : line.inForce(now).orElseGet(() -> BookNames.newest(jurisdiction, line)));
    }
}
