package org.liptako.node.cli.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A page of ours as a PDF. The fonts are put into the file, so that it prints alike everywhere; nothing is fetched from anywhere. */
public final class PdfFile {
    private static final String FONTS = "/liberation/Liberation";

    private PdfFile() {}

    /** Writes the page. */
    public static void write(String html, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder();
        font(builder, "Serif-Regular", "Liberation Serif", 400, FontStyle.NORMAL);
        font(builder, "Serif-Bold", "Liberation Serif", 700, FontStyle.NORMAL);
        font(builder, "Serif-Italic", "Liberation Serif", 400, FontStyle.ITALIC);
        font(builder, "Mono-Regular", "Liberation Mono", 400, FontStyle.NORMAL);
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.withProducer("liptako")
                .withHtmlContent(html, null)
                .toStream(out)
                .run();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> open(FONTS + file + ".ttf"), family, weight, style, true);
    }

    private static InputStream open(String resource) {
        var font = PdfFile.class.getResourceAsStream(resource);
        if (font == null) {
            throw new IllegalStateException("a font is missing from the module: " + resource);
        }
        return font;
    }
}
