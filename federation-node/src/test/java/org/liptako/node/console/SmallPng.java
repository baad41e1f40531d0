package org.liptako.node.console;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A screenshot in the fewest bytes that still read well: the colours that most of it is made of, and each other one as the nearest of them. */
final class SmallPng {
    /** Flat pages with smoothed letters want no more. */
    private static final int MOST_COLOURS = 48;

    private static final int BITS = 8;

    private SmallPng() {}

    /** The same picture with a palette. */
    static byte[] of(byte[] png) throws IOException {
        BufferedImage picture = requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, Integer> counted) -> -counted.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, Integer> places = new HashMap<>();
        counts.keySet().forEach(colour -> places.put(colour, nearest(colour, palette)));
        BufferedImage small = new BufferedImage(
                width,
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(
                        BITS, palette.size(), channel(palette, 16), channel(palette, 8), channel(palette, 0)));
        byte[] indices = new byte[pixels.length];
        for (int at = 0; at < pixels.length; at++) {
            indices[at] = requireNonNull(places.get(pixels[at])).byteValue();
        }
        small.getRaster().setDataElements(0, 0, width, picture.getHeight(), indices);
        return written(small);
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        for (int place = 1; place < palette.size(); place++) {
            if (distance(colour, palette.get(place)) < distance(colour, palette.get(best))) {
                best = place;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = channel(one, 16) - channel(other, 16);
        int green = channel(one, 8) - channel(other, 8);
        int blue = channel(one, 0) - channel(other, 0);
        return red * red + green * green + blue * blue;
    }

    private static int channel(int colour, int shift) {
        return colour >> shift & 0xff;
    }

    private static byte[] channel(List<Integer> palette, int shift) {
        byte[] channel = new byte[palette.size()];
        for (int place = 0; place < channel.length; place++) {
            channel[place] = (byte) channel(palette.get(place), shift);
        }
        return channel;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
