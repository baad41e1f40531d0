package org.liptako.node.registry.table;

import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/**
 * A spreadsheet as it was handed in, CSV or XLSX, told apart by its first bytes.
 *
 * @param remarks what its reader should know: formulas, what is hidden, another encoding
 */
public record TableFile(List<Table> tables, List<Sentence> remarks) {
    /** Rows of all sheets together. */
    static final int MOST_ROWS = 10_000;

    /** In one row. */
    static final int MOST_CELLS = 128;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    public TableFile {
        tables = List.copyOf(tables);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file; what is wrong with single cells is noted with them.
     *
     * @throws Failure CATALOGUE_INVALID if it cannot be read at all, or is larger than what is taken
     */
    public static TableFile read(byte[] file) {
        if (startsWith(file, OLE)) {
            throw refused(
                    "Le fichier est un ancien classeur (.xls) ou est protégé par un mot de passe ; enregistrez-le en .xlsx sans mot de passe, ou en CSV.",
                    "The file is an old workbook (.xls) or is locked by a password; save it as .xlsx without password, or as CSV.");
        }
        TableFile read = startsWith(file, ZIP) ? XlsxBook.read(XlsxParts.of(file)) : CsvText.read(file);
        if (read.tables().stream().mapToInt(table -> table.rows().size()).sum() == 0) {
            throw refused(
                    "Le fichier ne porte aucune ligne ; donnez une première ligne d'en-têtes et une ligne par objet.",
                    "The file holds no row; give a first row of headings and a row for each thing.");
        }
        return read;
    }

    static Failure refused(String french, String english) {
        return Failure.of(ErrorCode.CATALOGUE_INVALID, french, english);
    }

    static Failure tooManyRows() {
        return refused(
                "Le fichier porte plus de " + MOST_ROWS + " lignes ; partagez-le en plusieurs.",
                "The file holds more than " + MOST_ROWS + " rows; split it into several.");
    }

    static Failure tooManyCells(int line) {
        return refused(
                "La ligne " + line + " porte plus de " + MOST_CELLS + " cases ; ôtez les colonnes qui ne servent pas.",
                "Row " + line + " holds more than " + MOST_CELLS + " cells; remove the columns that are of no use.");
    }

    private static boolean startsWith(byte[] file, byte[] mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (file[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
