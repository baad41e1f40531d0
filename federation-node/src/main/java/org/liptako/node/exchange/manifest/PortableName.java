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

    /** How the names of devices begin, in lower case. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com", "lpt");

    private static final int DEVICE_CHARACTERS = 3;

    private PortableName() {}

    /**
     * Whether a path consists of printable ASCII and nothing in it is out of the ordinary on any system. Most are, and need no closer look;
     * one that is not may still be good.
     */
    static boolean isOrdinaryPath(String path) {
        int names = 0;
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            if (!isOrdinary(path, from, end)) {
                return false;
            }
            names++;
            from = end + 1;
        }
        return names <= ManifestPath.MOST_NAMES && path.length() <= ManifestPath.MOST_PATH_BYTES;
    }

    private static boolean isOrdinary(String path, int from, int end) {
        if (from == end || end - from > ManifestPath.MOST_NAME_BYTES || isDropped(path.charAt(end - 1))) {
            return false;
        }
        for (int i = from; i < end; i++) {
            char character = path.charAt(i);
            if (character < ' ' || character > '~' || character == '\\' || character == ':') {
                return false;
            }
        }
        return !beginsLikeADevice(path, from, end);
    }

    private static boolean beginsLikeADevice(String path, int from, int end) {
        return end - from >= DEVICE_CHARACTERS
                && "acnlpACNLP".indexOf(path.charAt(from)) >= 0
                && DEVICES.contains(
                        path.substring(from, from + DEVICE_CHARACTERS).toLowerCase(Locale.ROOT));
    }

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
        String visible = isPlain(name) ? name : plain(name);
        return withoutEnd(visible).toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
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
        while (end > 0 && isDropped(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isDropped(char character) {
        return character == '.' || character == ' ';
    }
}
