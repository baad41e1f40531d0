package org.liptako.node.journal.witness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Which witnesses answer at present, as this process finds, and who is told when one is needed or is back. Thread-safe. */
public final class WitnessReach {
    private final Map<State, Missing> missing = new ConcurrentHashMap<>();
    private final List<Runnable> urged = new CopyOnWriteArrayList<>();
    private final List<Runnable> returned = new CopyOnWriteArrayList<>();
    private final List<Runnable> contradicted = new CopyOnWriteArrayList<>();

    /**
     * A witness that does not cosign.
     *
     * @param since when it first failed to
     * @param why as it was found last
     */
    public record Missing(Instant since, Sentence why) {}

    /** The witness cosigns, or has nothing to. */
    public void answers(State witness) {
        if (missing.remove(witness) != null) {
            returned.forEach(Runnable::run);
        }
    }

    /** The witness was asked and did not cosign. */
    public void fails(State witness, Sentence why, Instant now) {
        missing.merge(witness, new Missing(now, why), (before, last) -> new Missing(before.since(), last.why()));
    }

    /** A witness knows other entries of this journal, or more, than are here. */
    public void contradicts() {
        contradicted.forEach(Runnable::run);
    }

    /** Calls this whenever a witness knows other entries of this journal, or more, than are here. It must return quickly. */
    public void onContradicted(Runnable listener) {
        contradicted.add(listener);
    }

    /** Since when and why a witness is missing; empty for one that answers or was never asked. */
    public Optional<Missing> missing(State witness) {
        return Optional.ofNullable(missing.get(witness));
    }

    /** Calls this whenever somebody waits for a cosignature. It must return quickly. */
    public void onUrged(Runnable listener) {
        urged.add(listener);
    }

    /** Calls this whenever a witness that was missing cosigns again. It must return quickly. */
    public void onReturned(Runnable listener) {
        returned.add(listener);
    }

    void urge() {
        urged.forEach(Runnable::run);
    }
}
