package org.liptako.node.cli.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What is on a printed page, and where its letters stand, in points (a 72nd of an inch). */
public final class PrintedText extends PDFTextStripper {
    /** 210 mm. */
    public static final float A4_WIDTH = 595.28f;

    /** 297 mm. */
    public static final float A4_HEIGHT = 841.89f;

    /** 15 mm: no page of ours has a smaller margin at its side. */
    public static final float MARGIN = 42.5f;

    private final List<TextPosition> letters = new ArrayList<>();

    private PrintedText() {}

    /** What is on all pages, with one plain space between words. */
    public static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\h]+", " ");
        }
    }

    /** How far to the right the last letter of any line reaches. */
    public static float rightMost(byte[] pdf) throws IOException {
        return (float) lettersOf(pdf).stream()
                .mapToDouble(letter -> letter.getXDirAdj() + letter.getWidthDirAdj())
                .max()
                .orElseThrow();
    }

    /** The size of the letters in which a word is set. */
    public static float heightOf(byte[] pdf, String word) throws IOException {
        List<TextPosition> letters = lettersOf(pdf);
        StringBuilder all = new StringBuilder();
        letters.forEach(letter -> all.append(letter.getUnicode().charAt(0)));
        int at = all.indexOf(word);
        if (at < 0) {
            throw new AssertionError(word + " is not on the page");
        }
        return letters.get(at).getFontSizeInPt();
    }

    private static List<TextPosition> lettersOf(byte[] pdf) throws IOException {
        PrintedText text = new PrintedText();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            text.getText(document);
        }
        return text.letters;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        letters.add(letter);
        super.processTextPosition(letter);
    }
}
