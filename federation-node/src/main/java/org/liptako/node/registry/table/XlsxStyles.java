package org.liptako.node.registry.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which cell styles show a number as a day or an hour: in XLSX a date is a number, and its style alone tells. */
final class XlsxStyles {
    /** What a format code shows as it stands: quoted text, escaped characters, colours and locales; elapsed hours stay. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");

    private static final Pattern OF_TIME = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    /** Spreadsheets allow no more than 255 characters; what is read of a code is read again from each bracket on. */
    private static final int LONGEST_CODE = 1000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatsOfStyles = new ArrayList<>();
    private boolean inCells;

    private XlsxStyles() {}

    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles of(byte[] part) {
        XlsxStyles styles = new XlsxStyles();
        XmlPart.read(part, styles::begins);
        return styles;
    }

    private void begins(String name, XmlPart part) {
        switch (name) {
            case "numFmt" -> formats.put(number(part, "numFmtId"), code(part));
            case "cellXfs" -> inCells = true;
            case "cellStyles", "cellStyleXfs", "dxfs" -> inCells = false;
            case "xf" -> {
                if (inCells) {
                    formatsOfStyles.add(number(part, "numFmtId"));
                }
            }
            default -> {
                // Fonts, fills, borders: of no matter here.
            }
        }
    }

    /** Whether a cell of this style shows a day or an hour. */
    boolean isOfTime(int style) {
        if (style < 0 || style >= formatsOfStyles.size()) {
            return false;
        }
        int format = formatsOfStyles.get(style);
        String code = formats.get(format);
        return code == null
                ? isBuiltInDate(format)
                : OF_TIME.matcher(LITERAL.matcher(code).replaceAll("")).find();
    }

    /** ECMA-376 part 1, 18.8.30: dates and hours of every language. */
    private static boolean isBuiltInDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
    }

    private static String code(XmlPart part) {
        String code = part.attribute("formatCode").orElse("");
        if (code.length() > LONGEST_CODE) {
            throw XlsxParts.unreadable();
        }
        return code;
    }

    private static int number(XmlPart part, String attribute) {
        return XlsxNumber.small(part.attribute(attribute).orElse(""), 0);
    }
}
