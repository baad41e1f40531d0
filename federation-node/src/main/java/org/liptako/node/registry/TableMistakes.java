package org.liptako.node.registry;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.registry.TableReport.Refused;
import org.liptako.node.registry.table.CellFault;
import org.liptako.node.registry.table.TableCell;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.yaml.Mistake;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlListener;

/** The mistakes of one table, told in the words of whoever filled it in: headings, not keys, and letters for columns. */
final class TableMistakes implements YamlListener {
    /** The column of a mistake that is the whole row's; no spreadsheet has as many. */
    static final int WHOLE_ROW = 20_000;

    private final String sheet;
    private final int headings;
    private final Map<Integer, TableColumn> columns;
    private final Map<Place, String> written;
    private final Vocabulary words;
    private final TableReport report;
    private final Set<Place> faulty = new HashSet<>();

    /**
     * Of one table.
     *
     * @param headings the line on which they are
     * @param columns those of the table, by number
     * @param written what stands where, to be shown with what is wrong with it
     */
    TableMistakes(
            String sheet,
            int headings,
            Map<Integer, TableColumn> columns,
            Map<Place, String> written,
            Vocabulary words,
            TableReport report) {
        this.sheet = sheet;
        this.headings = headings;
        this.columns = columns;
        this.written = written;
        this.words = words;
        this.report = report;
    }

    @Override
    public void mistake(Place place, Mistake mistake, Object... arguments) {
        if (mistake instanceof CellFault) {
            faulty.add(place);
        } else if (mistake == CatalogueMistake.MISSING_KEY && isFaulty(place.line(), arguments[0].toString())) {
            return;
        }
        Optional<TableColumn> column = Optional.ofNullable(columns.get(place.column()));
        Bilingual told = mistake instanceof CatalogueMistake common
                ? ofCatalogue(common, column, arguments)
                : mistake.wording().with(arguments);
        report.refuse(new Refused(
                sheet,
                place.line(),
                place.column() == WHOLE_ROW ? "" : TableCell.letters(place.column()),
                place.column() == WHOLE_ROW ? "" : written.getOrDefault(new Place(headings, place.column()), ""),
                written.getOrDefault(place, ""),
                new Sentence(told.fr(), told.en())));
    }

    private Bilingual ofCatalogue(CatalogueMistake mistake, Optional<TableColumn> column, Object... arguments) {
        return switch (mistake) {
            case MISSING_KEY -> TableMistake.EMPTY_CELL.wording().with(heading(arguments[0].toString()));
            case NOT_A_TRUTH -> TableMistake.NOT_A_TRUTH.wording().with(arguments);
            case UNKNOWN_SITE -> TableMistake.UNKNOWN_SITE.wording().with(arguments);
            case NOT_A_CODE ->
                TableMistake.NOT_A_WORD
                        .wording()
                        .with(
                                arguments[0],
                                column.flatMap(known -> known.type().codes(words))
                                        .orElse(arguments[2].toString()));
            case NOT_A_MAP,
                    NOT_A_LIST,
                    NOT_A_TEXT,
                    UNKNOWN_KEY,
                    REPEATED_KEY,
                    NOT_A_NUMBER,
                    NOT_WHOLE,
                    NOT_A_COUNTRY,
                    NOT_A_STATE,
                    NOT_A_DATASET,
                    NOT_A_SITE,
                    OTHER_STATE_S_NAME,
                    REPEATED_ID -> mistake.wording().with(arguments);
        };
    }

    /** Whether what seems to be missing from a row is there, and cannot be read. */
    private boolean isFaulty(int line, String key) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().key().equals(key))
                .anyMatch(column -> faulty.contains(new Place(line, column.getKey())));
    }

    /** What a column is called, by its key; one that this table lacks too. */
    private Bilingual heading(String key) {
        return columns.values().stream()
                .findFirst()
                .flatMap(any -> any.kind().columns().stream()
                        .filter(column -> column.key().equals(key))
                        .findFirst())
                .map(column -> new Bilingual(column.french(), column.english()))
                .orElse(new Bilingual(key, key));
    }
}
