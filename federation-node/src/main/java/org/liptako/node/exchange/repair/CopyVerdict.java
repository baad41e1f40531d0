package org.liptako.node.exchange.repair;

import java.util.List;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.wire.Sentence;

/** What reading a copy again has shown. */
public sealed interface CopyVerdict {
    DatasetVersion version();

    /**
     * Every chunk is the one that the manifest names.
     *
     * @param published whether this State has published it; a copy that was received is journaled as proved
     */
    record Sound(DatasetVersion version, int chunks, boolean published) implements CopyVerdict {}

    /**
     * Chunks are not what the manifest names, or cannot be read.
     *
     * @param files whose they are; of very many the first ones
     * @param published whether this State has published it; a copy that was received is withdrawn
     */
    record Damaged(DatasetVersion version, int chunks, int damaged, List<DamagedFile> files, boolean published)
            implements CopyVerdict {
        public Damaged {
            files = List.copyOf(files);
        }
    }

    /**
     * Not read: it is withdrawn.
     *
     * @param words what keeps it from being in order, or what has become of it
     */
    record Unread(DatasetVersion version, Why why, Sentence words) implements CopyVerdict {}

    /** Why a copy is not read. */
    enum Why {
        /** It was found damaged before; it is read when it is mended. */
        IN_REPAIR,
        /** Nothing of it is here. */
        GONE,
        /** The manifest beside it is damaged: nothing says what its bytes are to be. */
        MANIFEST,
        /** It was found damaged before, and another version has taken its place: it is not mended. */
        REPLACED
    }
}
