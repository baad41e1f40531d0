package org.liptako.node.registry.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** A workbook (ECMA-376, transitional or strict): its sheets in their order, shared texts, styles. Hidden sheets are not read, which is said. */
final class XlsxBook {
    private static final int MOST_SHEETS = 32;
    /** Spreadsheets allow no more than 31. */
    private static final int LONGEST_NAME = 64;

    /** How SpreadsheetML writes what XML cannot hold. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XlsxParts parts;
    private final List<Sentence> remarks = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private XlsxStyles styles = XlsxStyles.none();
    private boolean from1904;

    private record SheetEntry(String name, String relation, boolean hidden) {}

    private record Relation(String kind, String target) {}

    private XlsxBook(XlsxParts parts) {
        this.parts = parts;
    }

    static TableFile read(XlsxParts parts) {
        XlsxBook book = new XlsxBook(parts);
        List<Table> tables = book.tables();
        return new TableFile(tables, book.remarks);
    }

    private List<Table> tables() {
        String path = relations("").values().stream()
                .filter(relation -> relation.kind().equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        List<SheetEntry> entries = new ArrayList<>();
        XmlPart.read(parts.part(path).orElseThrow(XlsxParts::unreadable), (name, part) -> {
            if (name.equals("workbookPr")) {
                from1904 = part.attribute("date1904").filter(XlsxSheet::isTrue).isPresent();
            } else if (name.equals("sheet")) {
                entries.add(new SheetEntry(
                        Printable.line(part.attribute("name").orElse(""), LONGEST_NAME),
                        part.attribute("id").orElse(""),
                        !part.attribute("state").orElse("visible").equals("visible")));
            }
        });
        if (entries.size() > MOST_SHEETS) {
            throw TableFile.refused(
                    "Le classeur porte plus de " + MOST_SHEETS + " feuilles ; partagez-le.",
                    "The workbook holds more than " + MOST_SHEETS + " sheets; split it.");
        }
        Map<String, Relation> relations = relations(path);
        relations.values().forEach(this::shared);
        return read(entries, relations);
    }

    private List<Table> read(List<SheetEntry> entries, Map<String, Relation> relations) {
        List<Table> tables = new ArrayList<>();
        int room = TableFile.MOST_ROWS;
        for (SheetEntry entry : entries) {
            Optional<Relation> relation = Optional.ofNullable(relations.get(entry.relation()));
            boolean ofRows =
                    relation.filter(to -> !to.kind().equals("worksheet")).isEmpty();
            if (entry.hidden()) {
                remarks.add(new Sentence(
                        "La feuille « " + entry.name() + " » est masquée ; elle n'a pas été lue.",
                        "The sheet \"" + entry.name() + "\" is hidden; it was not read."));
            } else if (ofRows) {
                // One that is not where it should be is not passed over: the others would be taken without it.
                byte[] part = relation.flatMap(to -> parts.part(to.target())).orElseThrow(XlsxParts::unreadable);
                XlsxSheet sheet = XlsxSheet.read(part, new XlsxSheet.Book(texts, styles, from1904), room);
                room -= sheet.rows().size();
                remarks.addAll(sheet.remarks(entry.name()));
                if (!sheet.rows().isEmpty()) {
                    tables.add(new Table(entry.name(), sheet.rows()));
                }
            }
        }
        return tables;
    }

    private void shared(Relation relation) {
        Optional<byte[]> part = parts.part(relation.target());
        switch (relation.kind()) {
            case "styles" -> styles = part.map(XlsxStyles::of).orElse(styles);
            case "sharedStrings" ->
                part.ifPresent(strings -> XmlPart.read(strings, (name, element) -> {
                    if (name.equals("si")) {
                        texts.add(unescaped(element.runs("si")));
                    }
                }));
            default -> {
                // Themes, calculation chains, other workbooks: nothing of them is read.
            }
        }
    }

    /** What a part points to, by identifier; targets as paths from the top. */
    private Map<String, Relation> relations(String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        Map<String, Relation> relations = new HashMap<>();
        parts.part(folder + "_rels/" + path.substring(slash + 1) + ".rels")
                .ifPresent(rels -> XmlPart.read(rels, (name, part) -> {
                    if (name.equals("Relationship")) {
                        String type = part.attribute("Type").orElse("");
                        String target = part.attribute("Target").orElse("");
                        relations.put(
                                part.attribute("Id").orElse(""),
                                new Relation(
                                        type.substring(type.lastIndexOf('/') + 1),
                                        target.startsWith("/") ? target.substring(1) : folder + target));
                    }
                }));
        return relations;
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }
}
