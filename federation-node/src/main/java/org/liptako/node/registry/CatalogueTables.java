package org.liptako.node.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Catalogue.Held;
import org.liptako.node.registry.Catalogue.Listed;
import org.liptako.node.registry.table.TableFile;
import org.liptako.pki.name.SiteId;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.Mistake;
import org.liptako.policy.yaml.Place;

/** Reads a catalogue out of the tables of a spreadsheet, each of sites, of datasets or of copies. Every row is checked, whatever was wrong with those before. */
final class CatalogueTables {
    /**
     * What the registry knows already, and when it is.
     *
     * @param zone in which a day begins
     */
    record Known(Predicate<SiteId> sites, Predicate<DatasetId> datasets, Instant now, ZoneId zone) {}

    private final Known known;
    private final Vocabulary words;
    private final TableReport report;
    private final CatalogueReader reader;
    private final Set<DatasetId> described = new HashSet<>();
    private final Set<Copy> copies = new HashSet<>();

    private record Copy(DatasetId dataset, SiteId site) {}

    private CatalogueTables(Known known, Vocabulary words, TableReport report) {
        this.known = known;
        this.words = words;
        this.report = report;
        this.reader = new CatalogueReader(known.sites(), words);
    }

    /** What the tables say; not to be taken if the report refuses anything. */
    static Catalogue read(TableFile file, Known known, Vocabulary words, TableReport report) {
        return new CatalogueTables(known, words, report).catalogue(file);
    }

    private Catalogue catalogue(TableFile file) {
        List<HeadedTable> tables = file.tables().stream()
                .flatMap(table -> HeadedTable.of(table, words, report).stream())
                .toList();
        List<Site> sites = new ArrayList<>();
        List<Listed> datasets = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        of(TableKind.SITES, tables)
                .forEach(row -> reader.site(CatalogueRow.node(TableKind.SITES, row), row.mistakes())
                        .ifPresent(sites::add));
        of(TableKind.DATASETS, tables)
                .forEach(row -> reader.dataset(CatalogueRow.node(TableKind.DATASETS, row), row.mistakes())
                        .ifPresent(listed -> {
                            described.add(listed.dataset().id());
                            datasets.add(listed);
                        }));
        of(TableKind.COPIES, tables).forEach(row -> copy(row).ifPresent(held::add));
        return new Catalogue(sites, datasets, held);
    }

    private static List<HeadedTable.Row> of(TableKind kind, List<HeadedTable> tables) {
        return tables.stream()
                .filter(table -> table.kind() == kind)
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    private Optional<Held> copy(HeadedTable.Row row) {
        DatasetId dataset = identifier(row, TableColumn.COPY_DATASET, DatasetId::new, CatalogueMistake.NOT_A_DATASET);
        SiteId site = identifier(row, TableColumn.COPY_SITE, SiteId::new, CatalogueMistake.NOT_A_SITE);
        Instant since =
                row.cell(TableColumn.COPY_SINCE).flatMap(cell -> day(row, cell)).orElse(null);
        if (dataset != null && !described.contains(dataset) && !known.datasets().test(dataset)) {
            refuse(row, TableColumn.COPY_DATASET, TableMistake.UNKNOWN_DATASET, dataset);
        }
        if (site != null && !reader.knows(site)) {
            refuse(row, TableColumn.COPY_SITE, TableMistake.UNKNOWN_SITE, site);
        }
        if (dataset == null || site == null) {
            return Optional.empty();
        }
        if (!copies.add(new Copy(dataset, site))) {
            row.mistakes().mistake(row.place(), TableMistake.REPEATED_COPY, dataset, site);
        }
        return Optional.of(new Held(dataset, site, since));
    }

    private <T> @Nullable T identifier(
            HeadedTable.Row row, TableColumn column, Function<String, T> type, CatalogueMistake mistake) {
        Optional<HeadedTable.Value> cell = row.cell(column);
        if (cell.isEmpty()) {
            row.mistakes().mistake(row.place(), CatalogueMistake.MISSING_KEY, column.key());
            return null;
        }
        try {
            return type.apply(cell.get().text());
        } catch (IllegalArgumentException none) {
            row.mistakes().mistake(cell.get().place(), mistake, cell.get().text());
            return null;
        }
    }

    private Optional<Instant> day(HeadedTable.Row row, HeadedTable.Value cell) {
        try {
            Instant since =
                    LocalDate.parse(cell.text()).atStartOfDay(known.zone()).toInstant();
            if (!since.isAfter(known.now()) && Timeline.reaches(since)) {
                return Optional.of(since);
            }
            row.mistakes().mistake(cell.place(), TableMistake.NOT_PAST, cell.text());
        } catch (DateTimeParseException none) {
            row.mistakes().mistake(cell.place(), TableMistake.NOT_A_DAY, cell.text());
        }
        return Optional.empty();
    }

    private static void refuse(HeadedTable.Row row, TableColumn column, Mistake mistake, Object argument) {
        Place place = row.cell(column).map(HeadedTable.Value::place).orElse(row.place());
        row.mistakes().mistake(place, mistake, argument);
    }
}
