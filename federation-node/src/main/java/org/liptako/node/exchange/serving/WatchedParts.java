package org.liptako.node.exchange.serving;

import java.util.Iterator;

/**
 * Parts of an answer, before each of which it is asked whether the caller may still have it. Not thread-safe.
 *
 * @param recheck throws once the permission has lapsed
 */
record WatchedParts<T>(Iterator<T> parts, Runnable recheck) implements Iterator<T> {
    @Override
    public boolean hasNext() {
        return parts.hasNext();
    }

    @Override
    public T next() {
        recheck.run();
        return parts.next();
    }
}
