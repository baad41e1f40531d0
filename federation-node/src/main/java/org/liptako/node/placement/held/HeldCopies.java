package org.liptako.node.placement.held;

import java.time.Instant;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.liptako.node.registry.CopyReader;
import org.liptako.node.registry.CopySelection;
import org.liptako.node.registry.RecordedCopy;

/**
 * The copies that lie somewhere, or are granted and on their way, read in bulk from one snapshot of the registry and handed over one by one: memory does not
 * grow with their number. Thread-safe.
 */
public final class HeldCopies {
    private final CopyReader reader;

    public HeldCopies(CopyReader reader) {
        this.reader = reader;
    }

    /** Every copy; see {@link #of}. */
    public long all(Instant at, Consumer<HeldCopy> each) {
        return of(CopySelection.all(), at, each);
    }

    /**
     * Hands over the selected copies, by dataset and site.
     *
     * @param at the instant of the registry that is read, now or moments ago; the copies may be judged at it and at any later one
     * @param each called while the reading goes on; it may keep what it is given
     * @return how many copies were passed over: of a dataset, or at a site, that is not known here, so that nothing can be judged of them
     */
    public long of(CopySelection selection, Instant at, Consumer<HeldCopy> each) {
        return reader.read(selection, at, assembled(each));
    }

    /** The same within a transaction of the caller's, which may write. */
    public long of(Handle handle, CopySelection selection, Instant at, Consumer<HeldCopy> each) {
        return reader.read(handle, selection, at, assembled(each));
    }

    private Consumer<RecordedCopy> assembled(Consumer<HeldCopy> each) {
        return copy -> each.accept(new HeldCopy(copy));
    }
}
