package org.liptako.policy.edition;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.liptako.policy.Sha256;
import org.liptako.policy.rules.SourceFile;

/**
 * A file that an edition is signed over.
 *
 * @param path relative, with {@code /}; letters, digits, blanks, dots, dashes and underscores, no segment that begins with a dot
 * @param sha256 of its bytes, in lower-case hex
 */
public record EditionFile(String path, String sha256, long bytes) {
    private static final int LONGEST_PATH = 256;
    private static final Pattern PATH =
            Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]*)*");

    /** Checks that the file can be written to any disk and is named by a digest. */
    public EditionFile {
        requireNonNull(path, "path is null");
        if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a path that is not relative and plain");
        }
        RuleEdition.requireDigest(sha256);
        if (bytes < 0) {
            throw new IllegalArgumentException("a file of fewer than no bytes");
        }
    }

    /** The file as it lies there. */
    public static EditionFile of(SourceFile file) {
        return new EditionFile(file.path(), Sha256.hex(file.bytes()), file.bytes().length);
    }
}
