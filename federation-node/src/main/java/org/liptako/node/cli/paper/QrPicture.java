package org.liptako.node.cli.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Locale;
import java.util.Map;

/** A QR code as boxes of a page: drawn, not a picture, so that it is sharp in any size and nothing has to be fetched. */
public final class QrPicture {
    /** The side of a module, in millimetres: fit for a telephone's camera and for a poor printer. */
    private static final double MODULE = 0.8;

    /** Boxes of neighbouring rows overlap by this much, or some viewers show white lines between them. */
    private static final double OVERLAP = 0.02;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private QrPicture() {}

    /** A box as wide and high as the code with the white around it, which holds a dark box for each run of dark modules. */
    public static String of(String text) {
        BitMatrix code = matrix(text);
        StringBuilder boxes = new StringBuilder("<div class=\"qr\" style=\"width: ")
                .append(millimetres(code.getWidth() * MODULE))
                .append("; height: ")
                .append(millimetres(code.getHeight() * MODULE))
                .append("\">");
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                int end = x;
                while (end < code.getWidth() && code.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    box(boxes, x, y, end - x);
                    x = end;
                }
            }
        }
        return boxes.append("</div>").toString();
    }

    private static void box(StringBuilder boxes, int x, int y, int width) {
        boxes.append("<div style=\"position: absolute; background: #000; left: ")
                .append(millimetres(x * MODULE))
                .append("; top: ")
                .append(millimetres(y * MODULE))
                .append("; width: ")
                .append(millimetres(width * MODULE))
                .append("; height: ")
                .append(millimetres(MODULE + OVERLAP))
                .append("\"></div>");
    }

    /** One point of the matrix is one module, when no size is asked for. */
    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text is too long for a QR code.", e);
        }
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.2fmm", length);
    }
}
