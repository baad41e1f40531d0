package org.liptako.node.journal.restore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.State;

/**
 * What officers sign to have the journal go on without entries that nobody gives back. It has one form in bytes.
 *
 * @param first the index of the first entry that is given up
 * @param end the first index after the last one
 * @param withheldBy who showed that they were signed and gave none, in the order of the States
 * @param silent who did not answer, always or at times, in the order of the States
 * @param since when they were first asked for in vain; whoever signed before did not sign this
 */
record LossOrder(
        String format, State state, long first, long end, List<State> withheldBy, List<State> silent, Instant since) {
    /** How long whoever has the entries is waited for. */
    static final Duration WAIT = Duration.ofDays(3);
    /** An order that is older, or of a day to come, is drawn up anew, and waited for anew. */
    static final Duration LONGEST_SIGNING = Duration.ofDays(30);

    private static final String FORMAT = "liptako-journal-loss/v1";

    /** @throws IllegalArgumentException if this is of another form */
    LossOrder {
        if (!FORMAT.equals(format) || first < 0 || end <= first) {
            throw new IllegalArgumentException("This is no order of the form " + FORMAT + ".");
        }
        withheldBy = List.copyOf(withheldBy);
        silent = List.copyOf(silent);
    }

    static LossOrder of(
            State state, long first, long end, Collection<State> withheldBy, Collection<State> silent, Instant since) {
        Set<State> withholding = EnumSet.noneOf(State.class);
        withholding.addAll(withheldBy);
        Set<State> others = EnumSet.noneOf(State.class);
        others.addAll(silent);
        others.removeAll(withholding);
        return new LossOrder(FORMAT, state, first, end, List.copyOf(withholding), List.copyOf(others), since);
    }

    /** Whether it may still be signed and carried out. */
    boolean isValid(Instant now) {
        return !now.isBefore(since) && now.isBefore(since.plus(LONGEST_SIGNING));
    }

    /** Whether what is missing is a part of what it gives up: some may have come back meanwhile. */
    boolean isStill(State own, Gap gap) {
        return state == own && first <= gap.first() && gap.first() < end;
    }

    /** Whether it gives up just what is missing, for the lack of all who do not give it. */
    boolean covers(Gap gap) {
        return first == gap.first()
                && end >= gap.end()
                && withheldBy.containsAll(gap.withheldBy())
                && gap.silent().stream().allMatch(state -> withheldBy.contains(state) || silent.contains(state));
    }

    /** Whether both give up the same entries, for whosever lack. */
    boolean isOfTheSame(LossOrder other) {
        return first == other.first() && end == other.end();
    }

    /** The bytes to be signed. */
    byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }

    /** The order in these bytes; empty unless they are one in its one form. */
    static Optional<LossOrder> parse(byte[] json) {
        try {
            LossOrder order = JournalJson.read(new String(json, UTF_8), LossOrder.class);
            return Arrays.equals(order.toJson(), json) ? Optional.of(order) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
