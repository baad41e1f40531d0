package org.liptako.node.exchange.store;

import java.io.IOException;
import org.liptako.node.exchange.manifest.DatasetVersion;

/** Who is told what lies in a store, one thing at a time, in no particular order: the store holds no more of it than that. */
public interface StoreListing {
    /** A version, where it was when the store looked; it may have moved since. */
    void version(DatasetVersion version, StoreStep step) throws IOException;

    /** Something that is no version's: where it lies in the store. */
    void stranger(String name) throws IOException;
}
