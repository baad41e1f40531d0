package org.liptako.node.console;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Role;

/**
 * A page, and who reads it.
 *
 * @param role of the reader; null if nobody has signed in
 * @param path with its query
 */
record Stop(@Nullable Role role, String path) {
    /** The page that a one-time link shows, each time of a fresh link. */
    static final String LINK = "/enter";

    /** Codes of States and books are names of things too. */
    private static final Pattern SERIAL = Pattern.compile("/[^/?]*[\\dA-Z][^/?]*");

    private static final Pattern BELOW = Pattern.compile("(/[^/?]*).*");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");

    /** The same for all pages that one template fills with different things. */
    String kind() {
        return VALUE.matcher(SERIAL.matcher(path).replaceAll("/*")).replaceAll("");
    }

    /** Where it stands: the first word of its path. */
    String place() {
        return BELOW.matcher(path).replaceFirst("$1");
    }

    /** Who reads it, in a word. */
    String reader() {
        return role == null ? "anyone" : role.name();
    }

    /** For a file. */
    String name() {
        return NO_NAME.matcher((reader() + "-" + path).toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    @Override
    public String toString() {
        return path + " as " + reader();
    }
}
