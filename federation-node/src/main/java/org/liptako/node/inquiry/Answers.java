package org.liptako.node.inquiry;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.RegistryAsOf;
import org.liptako.node.registry.ShownPage;
import org.liptako.node.registry.Snapshot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Answers every question, a page at a time, each page from one snapshot. Thread-safe. */
final class Answers {
    private final Jdbi jdbi;

    Answers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A page of an answer.
     *
     * @throws Failure NOT_KNOWN for a dataset that the registry does not know, or that is not for the caller to know of
     */
    Page page(Asked asked, Disclosure disclosure, Cursor after, int most) {
        HandleCallback<Page, RuntimeException> reading = handle -> {
            Reader reader = new Reader(new RegistryAsOf(handle, asked.asOf()).shownTo(disclosure), disclosure);
            Page page = filled(reader, asked, after, most);
            Optional<DatasetId> about = asked.datasetIfAny();
            if (about.isPresent() && page.rows().isEmpty()) {
                mustBeKnown(reader, about.get());
            }
            return page;
        };
        return switch (asked.question()) {
            case COPIES, COPIES_THEN -> Snapshot.find(jdbi, reading);
            default -> Snapshot.read(jdbi, reading);
        };
    }

    /** Rows that are not for the caller shorten no page, and no token names one of them. */
    private static Page filled(Reader reader, Asked asked, Cursor after, int most) {
        ShownPage<Row, Cursor> page = ShownPage.filled(after, most, (place, step) -> {
            Page read = read(reader, asked, place, step);
            return new ShownPage<>(read.rows(), Optional.of(read.next()).filter(next -> !next.isStart()));
        });
        return new Page(page.rows(), page.next().orElse(Cursor.START));
    }

    private static Page read(Reader reader, Asked asked, Cursor after, int most) {
        return switch (asked.question()) {
            case COPIES, COPIES_THEN -> CopyAnswer.copies(reader, asked, after, most);
            case ABROAD -> CopyAnswer.abroad(reader, asked, after, most);
            case SITE_HOLDS -> CopyAnswer.siteHolds(reader, asked, after, most);
            case RULINGS -> RulingAnswer.rulings(reader, asked, after, most);
            case REFUSALS -> RulingAnswer.refusals(reader, asked, after, most);
            case FOREIGN_OPERATORS -> ForeignAnswer.copies(reader, asked, after, most);
            case KEYS -> KeyAnswer.keys(reader, asked, after, most);
            case DEROGATIONS -> DerogationAnswer.copies(reader, asked, after, most);
            case OVERDUE -> OverdueAnswer.copies(reader, asked, after, most);
            case ERASURES -> ErasureAnswer.copies(reader, asked, after, most);
            case PROOFS -> ProofAnswer.copies(reader, asked, after, most);
            case CHANGES -> ChangeAnswer.changes(reader, asked, after, most);
            case DISAGREEMENTS -> DisagreementAnswer.copies(reader, asked, after, most);
        };
    }

    /** A dataset that is not for the caller to know of is answered as one that does not exist. */
    private static void mustBeKnown(Reader reader, DatasetId id) {
        Dataset dataset = reader.registry().datasets(List.of(id)).get(id);
        if (dataset == null || !reader.disclosure().shows(id, dataset)) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Le registre ne connaît pas le jeu de données " + id + ".",
                    "The registry does not know the dataset " + id + ".");
        }
    }
}
