package org.liptako.node.exchange.pace;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.node.config.limit.ByteRate;
import org.liptako.node.config.limit.DailyWindows;
import org.liptako.node.config.limit.LimitConfig;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/**
 * What an operator changes of a limit, as they wrote it; what is empty stays as it is, {@link #NONE} takes it away.
 *
 * @param receive the most to receive, such as {@code 80 Mbit/s}
 * @param serve the most to serve
 * @param windows the hours, such as {@code 20:00-06:00}
 */
public record LimitChange(String receive, String serve, String windows) {
    /** Takes away what there is. */
    public static final String NONE = "none";

    private static final int LONGEST = 400;
    private static final int MOST_LETTERS = 60;

    /**
     * What becomes of a limit.
     *
     * @throws Failure INVALID_REQUEST if a part cannot be read
     */
    public LimitConfig of(LimitConfig before) {
        return new LimitConfig(
                before.peer(),
                rate(before.receive(), receive),
                rate(before.serve(), serve),
                windows(before.windows(), windows));
    }

    private static Optional<ByteRate> rate(Optional<ByteRate> before, String text) {
        if (text.isEmpty()) {
            return before;
        }
        return text.equals(NONE) ? Optional.empty() : Optional.of(read(text, ByteRate::of));
    }

    private static DailyWindows windows(DailyWindows before, String text) {
        if (text.isEmpty()) {
            return before;
        }
        return text.equals(NONE)
                ? new DailyWindows(List.of(), before.zone())
                : read(text, written -> DailyWindows.of(written, before.zone()));
    }

    private static <T> T read(String text, Function<String, T> type) {
        try {
            return type.apply(text.substring(0, Math.min(text.length(), LONGEST)));
        } catch (IllegalArgumentException wrong) {
            String shown = Printable.line(text, MOST_LETTERS);
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "« " + shown + " » ne se lit pas ; par exemple : " + wrong.getMessage() + ".",
                    "\"" + shown + "\" cannot be read; for example: " + wrong.getMessage() + ".");
        }
    }
}
