package org.liptako.node.console;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Puts what differs from one day to the next as it always is, so that a picture changes when the page does: instants are moved by whole days so that today is one day in November,
 * at the same time; digests and numbers of grants are one. Dates of law stay, and the midnights with which they
 * begin.
 */
final class Still {
    private static final Instant DAY = Instant.parse("2026-11-23T09:30:00Z");
    private static final int MONTHS = 12;
    /** When a day of law begins in Bamako and Ouagadougou, and in Niamey, by the clock of the first two. */
    private static final List<String> MIDNIGHTS = List.of("00:00", "23:00");

    private static final String SET = """
            ({ now, then, months, midnights, field }) => {
              const hour = 3600000;
              const day = 24 * hour;
              const two = number => String(number).padStart(2, '0');
              const moved = (date, clock) => {
                const from = clock ? now : now - now % day;
                const to = new Date(then + Math.round((date - from) / day) * day);
                const time = clock ? `, ${two(to.getUTCHours())}:${two(to.getUTCMinutes())}` : '';
                return `${to.getUTCDate()} ${months[to.getUTCMonth()]} ${to.getUTCFullYear()}${time}`;
              };
              const isOfLaw = (said, clock) => clock && Math.abs(said - now) > hour && midnights.includes(clock);
              const still = (whole, date, month, year, tail, clock) => {
                const at = months.indexOf(month);
                if (at < 0) return whole;
                const said = Date.UTC(year, at, date) + (clock ? Date.parse(`1970-01-01T${clock}Z`) : 0);
                if (isOfLaw(said, clock)) return whole;
                return clock || Math.abs(said - now) < 2 * day ? moved(said, clock) : whole;
              };
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                texts.currentNode.data = texts.currentNode.data
                  .replace(/(\\d{1,2}) (\\p{L}+\\.?) (\\d{4})(, (\\d\\d:\\d\\d))?/gu, still)
                  .replace(/\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ/g, field + 'Z')
                  .replace(/[0-9a-f]{12,}/g, hex => '0123456789abcdef'.repeat(8).slice(0, hex.length));
              }
              document.querySelectorAll('input[type=datetime-local]').forEach(input => {
                if (input.value) input.value = field;
              });
            }
            """;

    private Still() {}

    /** Does so to the page that is open. */
    static void set(Page page, String language) {
        set(page, language, Instant.now());
    }

    /** @param now when the page was made */
    static void set(Page page, String language, Instant now) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM", Locale.of(language));
        List<String> months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(at -> month.format(LocalDate.of(2027, at, 1)))
                .toList();
        page.evaluate(
                SET,
                Map.of(
                        "now",
                        (double) now.toEpochMilli(),
                        "then",
                        (double) DAY.toEpochMilli(),
                        "months",
                        months,
                        "midnights",
                        MIDNIGHTS,
                        "field",
                        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                                .withZone(ZoneOffset.UTC)
                                .format(DAY)));
    }
}
