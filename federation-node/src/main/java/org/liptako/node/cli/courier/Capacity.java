package org.liptako.node.cli.courier;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liptako.node.cli.CommandFailure;

/** What a disk takes, as its maker or its owner says it: 900GB, 1.8TB, 64GiB, or a number of bytes. */
final class Capacity {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12}(?:[.,][0-9]{1,6})?) ?([KMGT]?I?[BO]?)");

    private static final Map<Character, Integer> POWERS = Map.of('K', 1, 'M', 2, 'G', 3, 'T', 4);

    private Capacity() {}

    static long bytes(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            throw unreadable(text);
        }
        var unit = written.group(2);
        int power = unit.isEmpty() ? 0 : POWERS.getOrDefault(unit.charAt(0), 0);
        var base = BigDecimal.valueOf(unit.contains("I") ? 1024 : 1000);
        var bytes = new BigDecimal(written.group(1).replace(',', '.')).multiply(base.pow(power));
        if (bytes.signum() <= 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw unreadable(text);
        }
        return bytes.longValue();
    }

    private static CommandFailure unreadable(String text) {
        return CommandFailure.badInput(
                "--capacity : « " + text + " » n'est pas une capacité ; écrivez par exemple 900GB, 1.8TB ou 64GiB.",
                "--capacity: \"" + text + "\" is no capacity; write 900GB, 1.8TB or 64GiB, for example.");
    }
}
