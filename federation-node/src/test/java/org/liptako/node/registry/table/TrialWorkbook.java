package org.liptako.node.registry.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX package written part by part, so that it may hold what no spreadsheet would write. */
public final class TrialWorkbook {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;
    private String properties = "";

    public TrialWorkbook() {
        part("_rels/.rels", relations(relation("r", "officeDocument", "xl/workbook.xml")));
        // Style 1 is a day, style 2 an amount, style 3 a day in a French order.
        part(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-40C]dd/mm/yyyy\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00&quot; days&quot;\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                        + "<xf numFmtId=\"165\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        relations.append(relation("styles", "styles", "styles.xml"));
    }

    /** A sheet of rows in SpreadsheetML. */
    public TrialWorkbook sheet(String name, String rows) {
        return sheet(name, "visible", rows);
    }

    /** A sheet in a state such as {@code hidden}. */
    public TrialWorkbook sheet(String name, String state, String rows) {
        count++;
        sheets.append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" state=\"" + state + "\" r:id=\"rId"
                + count + "\"/>");
        relations.append(relation("rId" + count, "worksheet", "/xl/worksheets/sheet" + count + ".xml"));
        part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
        return this;
    }

    /** A sheet of texts, row by row. */
    public TrialWorkbook texts(String name, String[]... rows) {
        StringBuilder written = new StringBuilder();
        for (String[] row : rows) {
            written.append("<row>");
            for (String cell : row) {
                written.append(cell.isEmpty() ? "<c/>" : text(cell));
            }
            written.append("</row>");
        }
        return sheet(name, written.toString());
    }

    static String text(String content) {
        return "<c t=\"inlineStr\"><is><t>" + content.replace("&", "&amp;").replace("<", "&lt;") + "</t></is></c>";
    }

    TrialWorkbook shared(String items) {
        relations.append(relation("strings", "sharedStrings", "sharedStrings.xml"));
        return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    TrialWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    TrialWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TrialWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static String relations(String all) {
        return "<Relationships>" + all + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + kind + "\" Target=\"" + target + "\"/>";
    }
}
