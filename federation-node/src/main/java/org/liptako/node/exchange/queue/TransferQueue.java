package org.liptako.node.exchange.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.liptako.node.journal.event.GrantSerial;

/**
 * Whose turn it is. It forgets all when the node ends: what waits is read again from the database, in the same order. Thread-safe.
 *
 * <p>Within a priority, whoever was ordered first comes first. Tiny, small and big transfers do not stand behind each other, and two of one version never run at once,
 * for they would share a folder.
 */
public final class TransferQueue {
    private final QueueSlots slots;
    private final Map<GrantSerial, Waiting> waiting = new HashMap<>();
    private final Map<GrantSerial, QueuedTransfer> running = new HashMap<>();

    private record Waiting(QueuedTransfer queued, Instant notBefore) {}

    public TransferQueue() {
        this(QueueSlots.USUAL);
    }

    TransferQueue(QueueSlots slots) {
        this.slots = slots;
    }

    /** Puts a transfer into the queue, or says anew what it is; one that runs goes on running. */
    public synchronized void put(QueuedTransfer queued, Instant notBefore) {
        if (!running.containsKey(queued.grant())) {
            waiting.put(queued.grant(), new Waiting(queued, notBefore));
        } else {
            running.computeIfPresent(queued.grant(), (grant, held) -> held.withPriority(queued.priority()));
        }
    }

    /** The same, but one that is there keeps its time. */
    public synchronized void putUnlessThere(QueuedTransfer queued, Instant now) {
        Waiting there = waiting.get(queued.grant());
        put(queued, there == null ? now : there.notBefore());
    }

    /** Takes a transfer out of the queue unless it runs. */
    public synchronized void remove(GrantSerial grant) {
        waiting.remove(grant);
    }

    /** The next one that may run, if there is a place for it: it runs from now on. */
    public synchronized Optional<QueuedTransfer> take(Instant now, Predicate<QueuedTransfer> allowed) {
        Optional<QueuedTransfer> next = waiting.values().stream()
                .filter(entry -> !entry.notBefore().isAfter(now))
                .map(Waiting::queued)
                .filter(queued -> !sharesAVersion(queued) && slots.admit(queued, running.values()))
                .sorted(QueuedTransfer.ORDER)
                .filter(allowed)
                .findFirst();
        next.ifPresent(queued -> {
            waiting.remove(queued.grant());
            running.put(queued.grant(), queued);
        });
        return next;
    }

    /** A transfer runs no more. */
    public synchronized void ended(GrantSerial grant) {
        running.remove(grant);
    }

    /** The same of one of which nothing new is known, such as while its manifest comes. */
    public synchronized boolean mustYield(GrantSerial grant, Instant now, Predicate<QueuedTransfer> allowed) {
        QueuedTransfer held = running.get(grant);
        return held != null && mustYield(grant, held.bytesLeft(), now, allowed);
    }

    /**
     * Whether a running transfer is to make room: because one that matters more waits for its place, or because it turned out to be of a bigger kind whose
     * places are taken.
     *
     * @param bytesLeft what is still to come, as known now
     */
    public synchronized boolean mustYield(
            GrantSerial grant, long bytesLeft, Instant now, Predicate<QueuedTransfer> allowed) {
        QueuedTransfer held = running.get(grant);
        if (held == null) {
            return false;
        }
        QueuedTransfer known = held.withBytesLeft(bytesLeft);
        Collection<QueuedTransfer> others = without(held);
        if (known.size().compareTo(held.size()) > 0) {
            if (!slots.admit(known, others)) {
                return true;
            }
            running.put(grant, known);
        }
        return waiting.values().stream()
                .filter(entry -> !entry.notBefore().isAfter(now))
                .map(Waiting::queued)
                .filter(queued -> queued.priority().compareTo(held.priority()) < 0)
                .filter(queued -> !sharesAVersion(queued))
                .filter(queued -> !slots.admit(queued, running.values()) && slots.admit(queued, others))
                .filter(allowed)
                .anyMatch(queued -> isLast(held, queued));
    }

    /** Those that run, and those that wait. */
    public synchronized QueueView view() {
        return new QueueView(
                running.values().stream().sorted(QueuedTransfer.ORDER).toList(),
                waiting.values().stream()
                        .map(Waiting::queued)
                        .sorted(QueuedTransfer.ORDER)
                        .toList());
    }

    /** Of those whose place would do for another, the one that matters least makes room, and of equals the one ordered last. */
    private boolean isLast(QueuedTransfer held, QueuedTransfer forWhom) {
        return running.values().stream()
                .filter(other -> slots.admit(forWhom, without(other)))
                .max(QueuedTransfer.ORDER)
                .filter(held::equals)
                .isPresent();
    }

    private Collection<QueuedTransfer> without(QueuedTransfer one) {
        return running.values().stream()
                .filter(other -> !other.grant().equals(one.grant()))
                .toList();
    }

    private boolean sharesAVersion(QueuedTransfer queued) {
        return running.values().stream().anyMatch(other -> other.version().equals(queued.version()));
    }
}
