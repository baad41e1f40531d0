package org.liptako.node.config;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liptako.pki.name.State;

/** What the values of keys may be; one that may not be is refused with what would do. */
final class SettingTypes {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([mhd])");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,4}))?");

    private SettingTypes() {}

    static State state(String text) {
        return State.ofCode(text).orElseThrow(() -> new IllegalArgumentException("ML | BF | NE"));
    }

    static EngineChoice engine(String text) {
        return Arrays.stream(EngineChoice.values())
                .filter(choice -> choice.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Arrays.stream(EngineChoice.values())
                        .map(EngineChoice::word)
                        .collect(joining(" | "))));
    }

    static URI hostAndPort(String text) {
        URI uri = URI.create("grpc://" + text);
        if (uri.getHost() == null || uri.getPort() < 1 || !text.equals(uri.getHost() + ":" + uri.getPort())) {
            throw new IllegalArgumentException("host:port");
        }
        return uri;
    }

    static URI http(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("http://host:port");
        }
        return uri;
    }

    static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true | false");
        };
    }

    /** A span of time such as 30m, 24h or 180d: a minute at least. */
    static Duration span(String text, int mostDays) {
        Matcher parts = SPAN.matcher(text);
        if (parts.matches()) {
            long count = Long.parseLong(parts.group(1));
            Duration span = switch (parts.group(2)) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            if (count > 0 && span.compareTo(Duration.ofDays(mostDays)) <= 0) {
                return span;
            }
        }
        throw new IllegalArgumentException("1m .. " + mostDays + "d (30m | 24h | 7d)");
    }

    /** A share in per cent such as 99.982, at most four decimals, in millionths. */
    static int percentage(String text) {
        Matcher parts = PERCENTAGE.matcher(text);
        if (parts.matches()) {
            String decimals = parts.group(2) == null ? "" : parts.group(2);
            int ppm = Integer.parseInt(parts.group(1)) * 10_000 + Integer.parseInt((decimals + "0000").substring(0, 4));
            if (ppm > 0 && ppm <= 1_000_000) {
                return ppm;
            }
        }
        throw new IllegalArgumentException("0.0001 .. 100 (99.982)");
    }

    /** A time of that many days at least. */
    static Duration days(String text, Duration least, int mostDays) {
        IllegalArgumentException wrong =
                new IllegalArgumentException(least.toDays() + "d .. " + mostDays + "d (" + least.toDays() + "d)");
        try {
            Duration span = span(text, mostDays);
            if (span.compareTo(least) >= 0) {
                return span;
            }
        } catch (IllegalArgumentException none) {
            wrong.addSuppressed(none);
        }
        throw wrong;
    }

    static int number(String text, int least, int most) {
        IllegalArgumentException wrong = new IllegalArgumentException(least + " .. " + most);
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw wrong;
            }
            return number;
        } catch (NumberFormatException notANumber) {
            wrong.initCause(notANumber);
            throw wrong;
        }
    }
}
