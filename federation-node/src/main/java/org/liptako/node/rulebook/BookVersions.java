package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.stream.Stream;
import org.liptako.node.rulebook.reading.Book;
import org.liptako.node.rulebook.reading.BookVersion;
import org.liptako.node.rulebook.reading.Standing;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;

/** Tells of a book which versions it has, where each stands and who signed it. */
final class BookVersions {
    private static final int MOST_VERSIONS = 50;

    private final RuleSets ruleSets;
    private final Editions editions;

    BookVersions(RuleSets ruleSets, Editions editions) {
        this.ruleSets = ruleSets;
        this.editions = editions;
    }

    /** A book with its newest versions. */
    Book book(Jurisdiction jurisdiction, EditionLine line, Instant now) {
        return book(jurisdiction, line, now, line.editions().reversed().stream());
    }

    /** A book with its version in force and those after it. */
    Book standing(Jurisdiction jurisdiction, EditionLine line, Instant now) {
        long inForce = line.inForce(now).map(HeldEdition::version).orElse(1L);
        return book(
                jurisdiction,
                line,
                now,
                line.editions().reversed().stream().filter(edition -> edition.version() >= inForce));
    }

    /** One version. */
    BookVersion of(HeldEdition edition, EditionLine line, Instant now) {
        return new BookVersion(
                edition.version(),
                edition.digest(),
                edition.edition().inForceFrom(),
                edition.edition().restores().orElse(0),
                editions.signers(edition),
                standing(edition, line, now));
    }

    private Book book(Jurisdiction jurisdiction, EditionLine line, Instant now, Stream<HeldEdition> versions) {
        Compendium judged = ruleSets.inForce(now).ruleSet().of(jurisdiction);
        return new Book(
                jurisdiction.name(),
                jurisdiction.label(),
                editions.areSigned(),
                judged.digest(),
                judged.rules().size(),
                line.inForce(now)
                        .map(edition -> Compendium.digestOf(edition.edition().ruleFiles()))
                        .map(judged.digest()::equals)
                        .orElse(!editions.areSigned()),
                versions.limit(MOST_VERSIONS)
                        .map(edition -> of(edition, line, now))
                        .toList());
    }

    private static Standing standing(HeldEdition edition, EditionLine line, Instant now) {
        if (line.inForce(now).filter(edition::equals).isPresent()) {
            return Standing.IN_FORCE;
        }
        Instant from = edition.edition().inForceFrom();
        boolean comes =
                from.isAfter(now) && line.inForce(from).filter(edition::equals).isPresent();
        return comes ? Standing.TO_COME : Standing.PAST;
    }
}
