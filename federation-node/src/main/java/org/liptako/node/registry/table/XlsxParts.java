package org.liptako.node.registry.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.liptako.node.wire.Failure;

/** The XML parts of an XLSX package (ECMA-376), unfolded no further than its limits, whatever its directory says of their sizes. */
final class XlsxParts {
    /** All parts together, unfolded: ten thousand rows take a quarter of it. */
    static final long MOST_BYTES = 48L * 1024 * 1024;

    static final int MOST_PARTS = 1000;

    private static final int STEP = 16 * 1024;

    private final Map<String, byte[]> parts = new HashMap<>();

    private XlsxParts() {}

    static XlsxParts of(byte[] file) {
        XlsxParts read = new XlsxParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            read.all(zip);
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable();
        }
        return read;
    }

    /** A part by its path without a leading slash. */
    Optional<byte[]> part(String path) {
        return Optional.ofNullable(parts.get(path));
    }

    private void all(ZipInputStream zip) throws IOException {
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            // Two parts of one name: which of them a spreadsheet shows is anybody's guess.
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw unreadable();
            }
            if (names.size() > MOST_PARTS) {
                throw tooLarge();
            }
            refuseOtherFormats(name);
            byte[] content = unfolded(zip, MOST_BYTES - bytes);
            bytes += content.length;
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                parts.put(name, content);
            }
        }
    }

    private static byte[] unfolded(InputStream zip, long room) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] step = new byte[STEP];
        for (int read = zip.read(step); read >= 0; read = zip.read(step)) {
            if (content.size() + (long) read > room) {
                throw tooLarge();
            }
            content.write(step, 0, read);
        }
        return content.toByteArray();
    }

    private static void refuseOtherFormats(String name) {
        if (name.equals("mimetype") || name.equals("xl/workbook.bin")) {
            throw TableFile.refused(
                    "Le fichier est un classeur d'une autre forme ; enregistrez-le en .xlsx ou en CSV.",
                    "The file is a workbook of another kind; save it as .xlsx or as CSV.");
        }
        if (name.endsWith("vbaProject.bin")) {
            throw TableFile.refused(
                    "Le classeur contient des macros ; enregistrez-le en .xlsx, qui n'en a pas.",
                    "The workbook holds macros; save it as .xlsx, which has none.");
        }
    }

    static Failure unreadable() {
        return TableFile.refused(
                "Le fichier n'est pas un classeur .xlsx lisible ; ouvrez-le dans un tableur et enregistrez-le de nouveau.",
                "The file is not an .xlsx workbook that can be read; open it in a spreadsheet and save it again.");
    }

    private static Failure tooLarge() {
        return TableFile.refused(
                "Le classeur, déplié, dépasse " + MOST_BYTES / (1024 * 1024) + " Mio ou " + MOST_PARTS
                        + " parties ; ôtez-en les images et les feuilles vides, ou donnez un CSV.",
                "Unfolded, the workbook is more than " + MOST_BYTES / (1024 * 1024) + " MiB or " + MOST_PARTS
                        + " parts; remove pictures and empty sheets, or give a CSV.");
    }
}
