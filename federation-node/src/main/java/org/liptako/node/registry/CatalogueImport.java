package org.liptako.node.registry;

import java.time.ZoneId;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.table.TableFile;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;

/**
 * Journals what a catalogue says of this State's own: its sites, its datasets, the copies on its soil and those of its datasets abroad, and the places abroad.
 *
 * <p>What concerns other States is left to them. What the registry holds already is not journaled again, so a catalogue may be imported as often as one likes.
 */
public final class CatalogueImport {

    /** What was journaled, and how many entries of other States were passed over. */
    public record Taken(int sites, int datasets, int copies, int leftOut) {}

    /**
     * What came of a spreadsheet.
     *
     * @param journaled false if anything was refused, or if it was to be checked only
     * @param counts what was journaled, or would have been
     * @param known how many rows say what the registry holds already
     */
    public record TakenTables(boolean journaled, Taken counts, int known, TableReport report) {}

    private final Jdbi jdbi;
    private final Journal journal;
    private final Registry registry;
    private final WordsInUse words;

    public CatalogueImport(Jdbi jdbi, Journal journal, Registry registry, WordsInUse words) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.registry = registry;
        this.words = words;
    }

    /**
     * Takes a catalogue in YAML, all or nothing.
     *
     * @throws Failure CATALOGUE_INVALID, naming every mistake by line and column; then nothing was taken
     */
    public Taken take(String yaml) {
        CataloguePlan plan = planned(CatalogueReader.read(yaml, this::isKnown, words.now()));
        journal(plan);
        return plan.taken();
    }

    /**
     * Takes a catalogue out of a spreadsheet, all or nothing: every row is checked before any is taken.
     *
     * @param file CSV or XLSX
     * @param checkOnly true: nothing is taken in any case
     * @throws Failure CATALOGUE_INVALID if the file cannot be read at all
     */
    public TakenTables takeTables(byte[] file, boolean checkOnly) {
        TableFile tables = TableFile.read(file);
        TableReport report = new TableReport(tables);
        CatalogueTables.Known known = new CatalogueTables.Known(
                this::isKnown,
                dataset -> isOthers(dataset) || registry.dataset(dataset).isPresent(),
                journal.now(),
                capitalTime());
        CataloguePlan plan = planned(CatalogueTables.read(tables, known, words.now(), report));
        boolean take = !checkOnly && report.count() == 0;
        if (take) {
            journal(plan);
        }
        return new TakenTables(take, plan.taken(), plan.known(), report);
    }

    private CataloguePlan planned(Catalogue catalogue) {
        return new CataloguePlan(catalogue, journal.state(), registry, journal.now());
    }

    private void journal(CataloguePlan plan) {
        jdbi.useTransaction(handle -> plan.events().forEach(event -> journal.append(handle, event)));
    }

    /** Another State's sites are not ours to describe, so not ours to miss. */
    private boolean isKnown(SiteId site) {
        return site.state().filter(state -> state != journal.state()).isPresent()
                || registry.site(site).isPresent();
    }

    private boolean isOthers(DatasetId dataset) {
        return dataset.home().filter(state -> state != journal.state()).isPresent();
    }

    /** In which a day of this State begins. */
    private ZoneId capitalTime() {
        return ZoneId.of(
                switch (journal.state()) {
                    case ML -> "Africa/Bamako";
                    case BF -> "Africa/Ouagadougou";
                    case NE -> "Africa/Niamey";
                });
    }
}
