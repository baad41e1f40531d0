package org.liptako.node.journal.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * The order to give up entries that nobody gives back, in a file beside the node's keys: drawn up by the node as soon as they are missing, signed by officers, and heeded once whoever has the entries
 * was waited for. One thread at a time.
 */
public final class LossOrders {
    /** The order, in {@code data-dir}. */
    static final String FILE = "journal-loss.json";

    /** The one before it, for the same entries, where it has signatures: it is good again once whoever was silent since answers. */
    static final String BEFORE = "journal-loss-before.json";

    private static final String SIGNED = ".p7s";
    private static final long MOST_BYTES = 256 << 10;

    private final State own;
    private final Path directory;
    private final LossQuorum quorum;
    private final Clock clock;

    public LossOrders(State own, Path directory, LossQuorum quorum, Clock clock) {
        this.own = own;
        this.directory = directory;
        this.quorum = quorum;
        this.clock = clock;
    }

    /** How an order stands. */
    sealed interface Standing {}

    /** It is not to be carried out yet; these words say why. */
    record Awaited(Sentence words) implements Standing {}

    /** It is to be carried out. */
    @SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
    record Given(LossOrder order, List<String> signers, byte[] signatures) implements Standing {
        Given {
            signers = List.copyOf(signers);
        }
    }

    /** How the order to give up just this stands; it is drawn up if there is none. */
    Standing standing(Gap gap) {
        try {
            Instant now = clock.instant();
            LossOrder order = drawnUp(gap, now);
            if (now.isBefore(from(order))) {
                return new Awaited(RestoreWords.order(from(order)));
            }
            Standing standing = counted(FILE, order, now);
            return standing instanceof Given ? standing : earlier(gap, now).orElse(standing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From when on whoever has the entries was waited for. */
    private static Instant from(LossOrder order) {
        return order.since().plus(LossOrder.WAIT);
    }

    private Optional<Standing> earlier(Gap gap, Instant now) throws IOException {
        Optional<LossOrder> order =
                order(BEFORE, gap, now).filter(one -> one.covers(gap)).filter(one -> !now.isBefore(from(one)));
        return order.isEmpty()
                ? Optional.empty()
                : Optional.of(counted(BEFORE, order.get(), now)).filter(Given.class::isInstance);
    }

    private Optional<LossOrder> order(String name, Gap gap, Instant now) throws IOException {
        return read(name).flatMap(LossOrder::parse).filter(order -> order.isStill(own, gap) && order.isValid(now));
    }

    private Standing counted(String name, LossOrder order, Instant now) throws IOException {
        Optional<byte[]> signatures = read(name + SIGNED);
        if (signatures.isEmpty()) {
            return new Awaited(RestoreWords.order(from(order)));
        }
        try {
            List<String> signers = quorum.signers(order.toJson(), signatures.get(), order.since(), now);
            return new Given(order, signers, signatures.get());
        } catch (Failure refused) {
            return new Awaited(refused.sentence());
        }
    }

    /** Puts away an order that was carried out: it is good for nothing else. */
    void done() {
        try {
            for (String name : List.of(FILE, BEFORE)) {
                Files.deleteIfExists(directory.resolve(name + SIGNED));
                Files.deleteIfExists(directory.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that there is, if it is for this; otherwise another in its place, which waits no longer for what the first has waited for. */
    private LossOrder drawnUp(Gap gap, Instant now) throws IOException {
        Optional<LossOrder> before = order(FILE, gap, now);
        if (before.isPresent() && before.get().covers(gap)) {
            return before.get();
        }
        Set<State> withholding = EnumSet.noneOf(State.class);
        withholding.addAll(gap.withheldBy());
        before.ifPresent(order -> withholding.addAll(order.withheldBy()));
        // Else two that are silent in turn would have it drawn up anew for ever.
        Set<State> silent = EnumSet.noneOf(State.class);
        silent.addAll(gap.silent());
        before.ifPresent(order -> silent.addAll(order.silent()));
        LossOrder order = LossOrder.of(
                own,
                gap.first(),
                Math.max(gap.end(), before.map(LossOrder::end).orElse(0L)),
                withholding,
                silent,
                before.map(LossOrder::since).orElse(now.truncatedTo(ChronoUnit.SECONDS)));
        Files.createDirectories(directory);
        Optional<byte[]> signatures = read(FILE + SIGNED);
        if (signatures.isPresent()
                && before.isPresent()
                && before.get().isOfTheSame(order)
                && (counts(FILE, before.get(), now) || !isKept(gap, order, now))) {
            write(BEFORE, before.get().toJson());
            write(BEFORE + SIGNED, signatures.get());
        }
        // Signatures of another one count for nothing, and a new one could not be added to them.
        Files.deleteIfExists(directory.resolve(FILE + SIGNED));
        write(FILE, order.toJson());
        return order;
    }

    /** Whether the one before it counts: one that too few have signed does not take its place. */
    private boolean isKept(Gap gap, LossOrder next, Instant now) throws IOException {
        Optional<LossOrder> kept = order(BEFORE, gap, now).filter(one -> one.isOfTheSame(next));
        return kept.isPresent() && counts(BEFORE, kept.get(), now);
    }

    private boolean counts(String name, LossOrder order, Instant now) throws IOException {
        return counted(name, order, now) instanceof Given;
    }

    /** After a kill it is the old or the new one. */
    private void write(String name, byte[] content) throws IOException {
        Path next = directory.resolve(name + ".new");
        Files.write(next, content);
        Files.move(next, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<byte[]> read(String name) throws IOException {
        Path file = directory.resolve(name);
        return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }
}
