package org.liptako.node.exchange.manifest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What other systems make of a name that is ordinary here. */
final class PortableName {
    /** Reserved with any extension, and with spaces before it (Microsoft, "Naming Files, Paths, and Namespaces"). */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(?:\\..*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<Character> DROPPED_AT_THE_END = Set.of('.', ' ');

    private PortableName() {}

    /** Whether Windows takes the name for a device. */
    static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    /** Whether nothing is left of the name where dots and spaces at its end are dropped, or it becomes {@code ..}. */
    static boolean vanishes(String name) {
        return withoutEnd(name).isEmpty();
    }

    /**
     * What a name is on the disk that tells the fewest names apart: case, composition, invisible characters, dots and spaces at its end
     * make no difference there.
     */
    static String folded(String name) {
        String visible = name.codePoints().allMatch(PortableName::isPlain) ? name : plain(name);
        return withoutEnd(visible).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(int character) {
        return character < 0x80;
    }

    /** Upper, then lower case: some letters meet only one way. */
    private static String plain(String name) {
        String composed = Normalizer.normalize(withoutInvisible(name), Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Joiners and the like, which HFS+ passes over. */
    private static String withoutInvisible(String name) {
        return name.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String withoutEnd(String name) {
        int end = name.length();
        while (end > 0 && DROPPED_AT_THE_END.contains(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }
}
