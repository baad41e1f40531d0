package org.liptako.node.registry.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Numbers as XLSX keeps them, in plain digits; days and hours counted from 1900, or from 1904 in workbooks that say so. */
final class XlsxNumber {
    /** A double holds no more; what stands behind is the spreadsheet's rounding, such as 0.30000000000000004. */
    private static final MathContext AS_SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 30;
    private static final long SECONDS_OF_A_DAY = 86_400;
    /** Spreadsheets count a 29 February 1900 that never was, so that days before it are one off. */
    private static final int LEAP_OF_1900 = 60;

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

    private XlsxNumber() {}

    /** The number in plain digits; empty if it is none, or of a size that nothing has. */
    static Optional<String> plain(String raw) {
        return parsed(raw)
                .map(number -> number.round(AS_SHOWN).stripTrailingZeros().toPlainString());
    }

    /** The day, as 2026-03-01, or the day and hour, as 2026-03-01T08:30; empty if the number is none of a calendar. */
    static Optional<String> moment(String raw, boolean from1904) {
        return parsed(raw).filter(number -> number.signum() >= 0).flatMap(number -> moment(number, from1904));
    }

    private static Optional<String> moment(BigDecimal number, boolean from1904) {
        try {
            long days = number.setScale(0, RoundingMode.FLOOR).longValueExact();
            long seconds = number.remainder(BigDecimal.ONE)
                    .multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            LocalDate epoch = from1904 ? EPOCH_1904 : EPOCH_1900.plusDays(days < LEAP_OF_1900 ? 1 : 0);
            LocalDateTime moment = epoch.plusDays(days).atStartOfDay().plusSeconds(seconds);
            if (moment.getYear() > 9999) {
                return Optional.empty();
            }
            return Optional.of(
                    seconds == 0
                            ? moment.toLocalDate().toString()
                            : moment.truncatedTo(ChronoUnit.SECONDS).toString());
        } catch (ArithmeticException | DateTimeException beyond) {
            return Optional.empty();
        }
    }

    /** A whole number of at most six digits; the other where it is none. */
    static int small(String raw, int other) {
        return raw.length() <= 7 && raw.chars().allMatch(c -> c >= '0' && c <= '9') && !raw.isEmpty()
                ? Integer.parseInt(raw)
                : other;
    }

    private static Optional<BigDecimal> parsed(String raw) {
        String number = raw.strip();
        if (number.isEmpty() || number.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            BigDecimal parsed = new BigDecimal(number);
            int size = parsed.precision() - parsed.scale();
            boolean measurable = parsed.signum() == 0
                    ? Math.abs(parsed.scale()) <= LARGEST_EXPONENT
                    : Math.abs(size) <= LARGEST_EXPONENT;
            return measurable ? Optional.of(parsed) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
