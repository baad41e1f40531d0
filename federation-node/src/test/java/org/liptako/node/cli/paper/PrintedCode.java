package org.liptako.node.cli.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the QR code of a printed page as a camera does: from a picture of all of it. */
public final class PrintedCode {
    private PrintedCode() {}

    /** What the code on the first page says. */
    public static String on(byte[] pdf, int dotsPerInch) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
            int width = page.getWidth();
            int height = page.getHeight();
            int[] dots = page.getRGB(0, 0, width, height, null, 0, width);
            BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
            return new QRCodeReader()
                    .decode(picture, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        }
    }
}
