package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liptako.node.registry.table.Table;
import org.liptako.node.registry.table.TableFile;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** What was refused of a file of tables, cell by cell, and what its reader should know beside. */
public final class TableReport {
    /** As many as are told one by one; the rest is counted. */
    static final int MOST_TOLD = 1000;

    private static final int LONGEST_VALUE = 80;
    private static final int LONGEST_SENTENCE = 1200;

    /**
     * A mistake and where it is.
     *
     * @param sheet empty for a CSV file
     * @param line from 1
     * @param column its letters; empty where the whole row is meant
     * @param heading empty where the column has none
     * @param value what stands there; empty where nothing does
     */
    public record Refused(String sheet, int line, String column, String heading, String value, Sentence words) {}

    private record Line(String sheet, int line) {}

    private final List<Refused> refused = new ArrayList<>();
    private final List<String> sheets;
    private final List<Sentence> remarks;
    private final Set<Line> lines = new HashSet<>();
    private int count;

    TableReport(TableFile file) {
        this.sheets = file.tables().stream().map(Table::name).toList();
        this.remarks = file.remarks();
    }

    void refuse(Refused one) {
        count++;
        lines.add(new Line(one.sheet(), one.line()));
        if (refused.size() < MOST_TOLD) {
            refused.add(new Refused(
                    one.sheet(),
                    one.line(),
                    one.column(),
                    Printable.line(one.heading(), LONGEST_VALUE),
                    Printable.line(one.value(), LONGEST_VALUE),
                    new Sentence(
                            Printable.line(one.words().fr(), LONGEST_SENTENCE),
                            Printable.line(one.words().en(), LONGEST_SENTENCE))));
        }
    }

    /** The first thousand that were met, by sheet and row. */
    public List<Refused> refused() {
        return refused.stream()
                .sorted(Comparator.comparingInt((Refused one) -> sheets.indexOf(one.sheet()))
                        .thenComparingInt(Refused::line))
                .toList();
    }

    /** All of them. */
    public int count() {
        return count;
    }

    /** The rows with a mistake. */
    public int lines() {
        return lines.size();
    }

    /** What is no mistake, but should be known. */
    public List<Sentence> remarks() {
        return remarks;
    }
}
