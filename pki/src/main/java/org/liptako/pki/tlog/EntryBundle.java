package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 public entries in a row, as C2SP tlog-tiles ("Log entries") serves them: each after its length, a
 * big-endian uint16.
 */
public record EntryBundle(List<LogEntry> entries) {
    private static final int ENTRY = Short.BYTES + LogEntry.BYTES;

    /** @throws MalformedLogException unless there are 1 to 256 entries in order, the first at the start of a tile */
    public EntryBundle {
        entries = List.copyOf(entries);
        if (entries.isEmpty()
                || entries.size() > Tile.WIDTH
                || entries.getFirst().index() % Tile.WIDTH != 0) {
            throw new MalformedLogException(
                    "Un lot a de 1 à 256 entrées, la première à un multiple de 256.",
                    "A bundle has 1 to 256 entries, the first at a multiple of 256.");
        }
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).index() != entries.getFirst().index() + i) {
                throw new MalformedLogException(
                        "Les entrées d'un lot ne sont pas dans l'ordre à la place " + i + ".",
                        "The entries of a bundle are not in order at " + i + ".");
            }
        }
    }

    /**
     * The bundle at that address.
     *
     * @throws MalformedLogException if the bytes are no bundle, or another address's
     */
    public static EntryBundle parse(TilePath.Entries path, byte[] bytes) {
        if (bytes.length != path.width() * ENTRY) {
            throw new MalformedLogException(
                    "Un lot de largeur " + path.width() + " a " + path.width() * ENTRY + " octets.",
                    "A bundle of width " + path.width() + " has " + path.width() * ENTRY + " bytes.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<LogEntry> entries = new ArrayList<>(path.width());
        while (buffer.hasRemaining()) {
            int length = Short.toUnsignedInt(buffer.getShort());
            if (length != LogEntry.BYTES) {
                throw new MalformedLogException(
                        "Une entrée publique a " + LogEntry.BYTES + " octets, et non " + length + ".",
                        "A public entry has " + LogEntry.BYTES + " bytes, not " + length + ".");
            }
            byte[] entry = new byte[length];
            buffer.get(entry);
            entries.add(LogEntry.parse(entry));
        }
        if (entries.getFirst().index() != path.index() * Tile.WIDTH) {
            throw new MalformedLogException(
                    "Ce lot est d'une autre adresse.", "The bundle belongs at another address.");
        }
        return new EntryBundle(entries);
    }

    /** Where the bundle is served. */
    public TilePath.Entries path() {
        return new TilePath.Entries(entries.getFirst().index() / Tile.WIDTH, entries.size());
    }

    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(entries.size() * ENTRY);
        for (LogEntry entry : entries) {
            buffer.putShort((short) LogEntry.BYTES).put(entry.toBytes());
        }
        return buffer.array();
    }
}
