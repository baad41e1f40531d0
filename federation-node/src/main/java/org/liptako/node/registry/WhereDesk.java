package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Answers where the copies of a dataset are, or were. Thread-safe. */
@Singleton
public final class WhereDesk {
    private final Registry registry;
    private final RegistryCoverage coverage;
    private final Clock clock;

    public WhereDesk(Registry registry, RegistryCoverage coverage, Clock clock) {
        this.registry = registry;
        this.coverage = coverage;
        this.clock = clock;
    }

    /**
     * Where the copies of a dataset are.
     *
     * @param heldAt the instant that the answer is true of; empty = now
     * @param knownAt as it was known then; empty = now
     * @throws Failure NOT_KNOWN for a dataset that the registry does not know, or that is not for the reader to know of
     */
    public Whereabouts where(DatasetId id, Optional<Instant> heldAt, Optional<Instant> knownAt, Disclosure disclosure) {
        Instant now = clock.instant();
        Instant held = heldAt.orElse(now);
        Instant known = knownAt.orElse(now);
        Dataset dataset = registry.dataset(id).orElseThrow(() -> unknown(id));
        List<ReplicaStatement> copies = new DisclosedPart(registry, disclosure).copies(registry.where(id, held, known));
        if (copies.isEmpty() && !disclosure.shows(id, dataset)) {
            throw unknown(id);
        }
        return new Whereabouts(
                dataset,
                held,
                known,
                copies,
                CopyCircumstances.then(registry, id, copies, held, known),
                coverage.now());
    }

    /** A dataset that is not for the caller to know of is answered as one that does not exist. */
    private static Failure unknown(DatasetId id) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Le registre ne connaît pas le jeu de données " + id + ".",
                "The registry does not know the dataset " + id + ".");
    }
}
