package org.liptako.node.exchange.stream;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** One iterator after the other, each asked for one element at a time. (A stream of streams would keep a whole one in memory.) Not thread-safe. */
final class InTurn<T> implements Iterator<T> {
    private final Iterator<Iterator<T>> rest;
    private Iterator<T> current = List.<T>of().iterator();

    InTurn(List<Iterator<T>> parts) {
        this.rest = parts.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && rest.hasNext()) {
            current = rest.next();
        }
        return current.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Every element was given.");
        }
        return current.next();
    }
}
