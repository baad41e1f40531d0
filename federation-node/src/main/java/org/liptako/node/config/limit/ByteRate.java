package org.liptako.node.config.limit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many bytes may move in a second. Written in bits, as links are sold: {@code 80 Mbit/s}. */
public record ByteRate(long bytesPerSecond) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7}(?:[.,]\\d{1,3})?) ?([kMG])bit/s");
    private static final Map<String, Long> BITS = Map.of("k", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L);
    private static final int BYTE = 8;
    /** Less does not bring a chunk of 1 MiB within a minute. */
    private static final long LEAST = 256_000 / BYTE;

    private static final long MOST = 1_000_000_000_000L / BYTE;

    public ByteRate {
        if (bytesPerSecond < LEAST || bytesPerSecond > MOST) {
            throw new IllegalArgumentException("256 kbit/s .. 1000 Gbit/s");
        }
    }

    /**
     * Reads a rate.
     *
     * @throws IllegalArgumentException unless it is one, between 256 kbit/s and 1000 Gbit/s
     */
    public static ByteRate of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("80 Mbit/s");
        }
        BigDecimal bits = new BigDecimal(written.group(1).replace(',', '.'))
                .multiply(BigDecimal.valueOf(BITS.getOrDefault(written.group(2), 0L)));
        return new ByteRate(
                bits.divide(BigDecimal.valueOf(BYTE), 0, RoundingMode.DOWN).longValueExact());
    }

    /** As it is written; {@link #of} reads it again. */
    @Override
    public String toString() {
        BigDecimal bits = BigDecimal.valueOf(bytesPerSecond).multiply(BigDecimal.valueOf(BYTE));
        return bits.compareTo(BigDecimal.valueOf(1_000_000)) < 0
                ? plain(bits.movePointLeft(3)) + " kbit/s"
                : plain(bits.movePointLeft(6)) + " Mbit/s";
    }

    private static String plain(BigDecimal number) {
        return number.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
