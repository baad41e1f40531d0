package org.liptako.node.exchange.stream;

/**
 * How far a manifest has come.
 *
 * @param entries how many files, links and empty directories are there, in the manifest's order
 * @param digests how many chunk digests are there
 */
public record ManifestPlace(int entries, int digests) {
    static final ManifestPlace START = new ManifestPlace(0, 0);

    /** Of unsigned numbers as a stranger names them: one beyond any manifest stays beyond any. */
    static ManifestPlace of(long entries, long digests) {
        return new ManifestPlace(clamped(entries), clamped(digests));
    }

    private static int clamped(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) number;
    }
}
