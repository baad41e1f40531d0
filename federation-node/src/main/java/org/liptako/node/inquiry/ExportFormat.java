package org.liptako.node.inquiry;

import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.registry.Registry;

/** As what an answer can be had for a file. */
public enum ExportFormat {
    /** For a French spreadsheet. */
    CSV,
    /** A JSON document a line. */
    JSON_LINES,
    /** A catalogue in JSON-LD; of questions whose rows are copies. */
    DCAT;

    /** The format of a name; empty if there is none. */
    public static Optional<ExportFormat> named(String name) {
        return Stream.of(values()).filter(format -> format.name().equals(name)).findFirst();
    }

    /** Whether an answer to this question can be such a file. */
    public boolean isFor(Question question) {
        return this != DCAT || question.isOnCopies();
    }

    /** A file of this format, in French or in English. */
    public AnswerFile file(boolean french, Registry registry) {
        return switch (this) {
            case CSV -> new CsvFile(french);
            case JSON_LINES -> new JsonLinesFile();
            case DCAT -> new DcatFile(ids -> registry.datasets(ids));
        };
    }
}
