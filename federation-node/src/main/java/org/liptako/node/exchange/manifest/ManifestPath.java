package org.liptako.node.exchange.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;

/**
 * Where a file lies in its dataset: names joined by {@code /}, below the dataset's directory and nowhere else.
 *
 * <p>A path may come from a stranger's disk; one that could leave the directory, or that another system would read differently, is
 * refused here. Ordered by its UTF-8 bytes.
 */
public record ManifestPath(String value) implements Comparable<ManifestPath> {
    static final int MOST_PATH_BYTES = 1_024;
    static final int MOST_NAME_BYTES = 255;
    static final int MOST_NAMES = 64;

    private static final int MOST_SHOWN = 80;
    private static final String NOT_UTF_8_FR = "un de ses noms n'est pas en UTF-8, ou le nœud n'est pas lancé dans une"
            + " langue en UTF-8 (LC_ALL=C.UTF-8)";
    private static final String NOT_UTF_8_EN =
            "a name in it is not UTF-8, or the node was not started in a UTF-8 locale (LC_ALL=C.UTF-8)";
    private static final char UNREADABLE = '\ufffd';
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");
    /** The characters of the property Bidi_Control. */
    private static final String DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    public ManifestPath {
        if (!PortableName.isOrdinaryPath(value)) {
            check(value);
        }
    }

    private static void check(String value) {
        if (encoded(value).length > MOST_PATH_BYTES) {
            throw refused(
                    value,
                    "il dépasse " + MOST_PATH_BYTES + " octets",
                    "it is longer than " + MOST_PATH_BYTES + " bytes");
        }
        if (DRIVE.matcher(value).find()) {
            throw refused(value, "il commence par la lettre d'un lecteur", "it begins with the letter of a drive");
        }
        List<String> names = names(value);
        if (names.size() > MOST_NAMES) {
            throw refused(
                    value, "il dépasse " + MOST_NAMES + " niveaux", "it is deeper than " + MOST_NAMES + " levels");
        }
        for (String name : names) {
            checkName(value, name);
        }
    }

    /**
     * What a disk gave.
     *
     * @throws Failure MANIFEST_REFUSED if a name is not UTF-8, or the node runs in a locale that cannot say so: either would be another name
     *     at the receiver
     */
    static String readable(String path) {
        if (path.indexOf(UNREADABLE) >= 0) {
            throw refused(path, NOT_UTF_8_FR, NOT_UTF_8_EN);
        }
        return path;
    }

    /** The names from the outermost directory to the file. */
    public List<String> names() {
        return names(value);
    }

    /** The file below a directory. */
    public Path below(Path directory) {
        Path file;
        try {
            file = directory.resolve(value).normalize();
        } catch (InvalidPathException e) {
            throw refused(value, NOT_UTF_8_FR, NOT_UTF_8_EN);
        }
        if (!file.startsWith(directory.normalize())) {
            throw refused(value, "il sort du répertoire du jeu de données", "it leads out of the dataset's directory");
        }
        return file;
    }

    byte[] encoded() {
        return value.getBytes(UTF_8);
    }

    @Override
    public int compareTo(ManifestPath other) {
        return compare(value, other.value);
    }

    /** Orders by UTF-8 bytes. */
    static int compare(String one, String two) {
        int common = Math.min(one.length(), two.length());
        for (int i = 0; i < common; i++) {
            char first = one.charAt(i);
            char second = two.charAt(i);
            if (first != second) {
                // In UTF-8 what takes two surrogates comes after all else; in UTF-16 it comes before U+E000.
                boolean sameKind = Character.isSurrogate(first) == Character.isSurrogate(second);
                return sameKind ? Character.compare(first, second) : Character.isSurrogate(first) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), two.length());
    }

    @Override
    public String toString() {
        return value;
    }

    private static List<String> names(String value) {
        return List.of(value.split("/", -1));
    }

    static void checkName(String path, String name) {
        if (name.isEmpty()) {
            throw refused(
                    path,
                    "il est absolu, vide ou contient un nom vide",
                    "it is absolute, empty, or has an empty name in it");
        }
        if (name.equals(".") || name.equals("..")) {
            throw refused(path, "« " + name + " » n'est pas un nom de fichier", "'" + name + "' is no name of a file");
        }
        if (PortableName.isDevice(name)) {
            throw refused(
                    path,
                    "un de ses noms est celui d'un périphérique sous Windows (CON, NUL, COM1…)",
                    "a name in it is that of a device on Windows (CON, NUL, COM1…)");
        }
        if (PortableName.vanishes(name)) {
            throw refused(
                    path,
                    "un de ses noms n'est fait que de points et d'espaces",
                    "a name in it consists of dots and spaces only");
        }
        if (name.codePoints().anyMatch(ManifestPath::deceives)) {
            throw refused(
                    path,
                    "il contient une barre oblique inverse, un caractère de commande ou un caractère invisible qui"
                            + " change le sens de lecture",
                    "it holds a backslash, a control character or an invisible character that turns the direction of"
                            + " reading");
        }
        if (encoded(name).length > MOST_NAME_BYTES) {
            throw refused(
                    path,
                    "un de ses noms dépasse " + MOST_NAME_BYTES + " octets",
                    "a name in it is longer than " + MOST_NAME_BYTES + " bytes");
        }
    }

    /** What a terminal obeys, what another system takes for a separator, and what shows a name as another one (Unicode TR 9, TR 36). */
    private static boolean deceives(int character) {
        return character == '\\'
                || Character.isISOControl(character)
                || DIRECTIONS.indexOf(character) >= 0
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    private static byte[] encoded(String text) {
        try {
            var bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw refused(text, "ce n'est pas de l'Unicode valide", "it is no valid Unicode");
        }
    }

    private static Failure refused(String path, String fr, String en) {
        String shown = Printable.line(path, MOST_SHOWN);
        return Failure.of(
                ErrorCode.MANIFEST_REFUSED,
                "Le chemin « " + shown + " » est refusé : " + fr + " ; renommez le fichier.",
                "The path \"" + shown + "\" is refused: " + en + "; rename the file.");
    }
}
