package org.liptako.pki.tlog;

/** Where the tiles of a tree are kept. */
@FunctionalInterface
public interface TileReader {
    /**
     * The tile with at least the hashes that the path asks for; one that has since grown serves as well.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     * @throws MalformedLogException if it is not there, or is none
     */
    Tile read(TilePath.Hashes path);
}
