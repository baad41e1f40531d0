package org.liptako.node.exchange.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.liptako.node.exchange.manifest.ChunkPlace;
import org.liptako.node.exchange.manifest.Manifest;
import org.liptako.node.exchange.store.recorded.DiskCall;
import org.liptako.node.exchange.store.recorded.DiskCall.Writing;
import org.liptako.node.exchange.store.recorded.Unsynced;

/** Reads the record of a disk that received a version, and finds each claim that a power cut could have belied when it was made. */
public final class BeliedClaims {
    private final Manifest manifest;
    private final Path folder;
    private final BitmapPages pages;
    private final Unsynced unsynced = new Unsynced();
    private final BitSet claimed = new BitSet();
    private final List<String> belied = new ArrayList<>();

    private BeliedClaims(Manifest manifest, Path folder) {
        this.manifest = manifest;
        this.folder = folder;
        this.pages = new BitmapPages(manifest.header());
    }

    /**
     * What these calls belie of the claims that they wrote.
     *
     * @param store where the version was received, on the disk below
     */
    public static BeliedClaims in(List<DiskCall> calls, Manifest manifest, Path store) {
        BeliedClaims claims = new BeliedClaims(
                manifest,
                VersionFolders.folder(
                        store.resolve("staging"), manifest.header().version()));
        calls.forEach(claims::read);
        return claims;
    }

    /** How many chunks were claimed. */
    public int claimed() {
        return claimed.cardinality();
    }

    /** What could have been taken away of a chunk when it was claimed: one line for each. */
    public List<String> belied() {
        return List.copyOf(belied);
    }

    private void read(DiskCall call) {
        // Once the write has begun the disk may have it, whether or not it is synced.
        if (call instanceof Writing writing && writing.path().equals(folder.resolve("bitmap"))) {
            readPage(writing);
        }
        unsynced.apply(call);
    }

    private void readPage(Writing writing) {
        if (writing.bytes().remaining() != BitmapPages.BYTES) {
            return;
        }
        int page = (int) (writing.offset() / BitmapPages.BYTES % pages.count());
        pages.decode(page, writing.bytes())
                .ifPresent(read -> read.bits().stream()
                        .map(bit -> page * BitmapPages.CHUNKS + bit)
                        .filter(chunk -> !claimed.get(chunk))
                        .forEach(this::claim));
    }

    private void claim(int chunk) {
        claimed.set(chunk);
        ChunkPlace place = manifest.layout().place(chunk);
        Path file = place.file().path().below(folder.resolve("data"));
        unsynced.of(file, place.offset(), place.offset() + place.length())
                .forEach(lost -> belied.add("chunk " + chunk + " was claimed before a sync of " + lost));
    }
}
