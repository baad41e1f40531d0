package org.liptako.node.exchange.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liptako.node.exchange.pace.PaceShare;
import org.liptako.pki.name.State;

/**
 * One State's node in a round: the connections to it, as many as bring most, and whether it is asked at all. Driven by one thread; the
 * calls' threads only count. Closing hangs up.
 */
final class FetchHolder implements AutoCloseable {
    /** Beside others that bring something, so long without a byte is too long; an answer over the longest link takes less. */
    private static final int SILENT_SECONDS = 5;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SECONDS_OF_REST = 15;
    private static final int FOR_GOOD = Integer.MAX_VALUE;

    private final State state;
    private final LaneClimb climb;
    private final PaceShare pace;
    private final List<FetchLane> lanes = new ArrayList<>();
    private int silent;
    private int rest;
    private @Nullable RuntimeException why;

    FetchHolder(State state, LaneClimb climb, PaceShare pace) {
        this.state = state;
        this.climb = climb;
        this.pace = pace;
    }

    State state() {
        return state;
    }

    /** What the limits let be asked of it. */
    PaceShare pace() {
        return pace;
    }

    /** Whether a limit, and nothing else, keeps it from bringing something. */
    boolean isHeld() {
        return isActive() && pace.holds() && !isBusy();
    }

    List<FetchLane> lanes() {
        return lanes;
    }

    /** How many lanes it is to have now. */
    int lanesWanted() {
        return isActive() ? climb.lanes() : 0;
    }

    /** Whether this lane is not one too many now. */
    boolean wants(FetchLane lane) {
        return lanes.indexOf(lane) < lanesWanted() && !lane.rests();
    }

    List<FetchCall> calls() {
        return lanes.stream().flatMap(lane -> lane.running().values().stream()).toList();
    }

    boolean isBusy() {
        return lanes.stream().anyMatch(lane -> !lane.running().isEmpty());
    }

    boolean isActive() {
        return rest == 0;
    }

    /** Whether it is not asked again in this round. */
    boolean isParted() {
        return rest == FOR_GOOD;
    }

    boolean isSilent() {
        return silent >= SILENT_SECONDS;
    }

    /** What the fastest lane that brings something now brings, in chunks a second; 0 where none does. */
    double bestRate() {
        return lanes.stream()
                .filter(lane -> wants(lane) && !lane.running().isEmpty())
                .mapToDouble(FetchLane::rateNow)
                .max()
                .orElse(0);
    }

    /** Another second has passed; gives the bytes that came in it. */
    long second() {
        long bytes = lanes.stream().mapToLong(FetchLane::take).sum();
        long worked = lanes.stream().mapToLong(FetchLane::takeWorked).sum();
        silent = bytes > 0 || !isBusy() ? 0 : silent + 1;
        if (isActive()) {
            // The last few may have lost their first packets, and come seconds later.
            boolean joined = lanes.stream().filter(FetchLane::hasBrought).count() * 4 >= climb.lanes() * 3L;
            climb.second(bytes, joined, worked * 2 >= climb.lanes() * SECOND);
        } else if (!isParted()) {
            rest--;
        }
        lanes.forEach(lane -> lane.rest(false));
        return bytes;
    }

    /** Asks it no more, for a while or for good, and ends its calls. */
    void part(RuntimeException reason, boolean forGood) {
        why = reason;
        rest = forGood ? FOR_GOOD : SECONDS_OF_REST;
        silent = 0;
        calls().forEach(call -> call.cancel("The receiver asks another holder."));
    }

    /** Why it is not asked now. */
    RuntimeException why() {
        RuntimeException known = why;
        return known == null ? TransferBreak.stalled(state) : known;
    }

    @Override
    public void close() {
        pace.close();
        lanes.forEach(lane -> lane.connection().close());
    }

    /** For the log. */
    @Override
    public String toString() {
        long busy = lanes.stream().filter(lane -> !lane.running().isEmpty()).count();
        double owed = lanes.stream()
                .flatMap(lane -> lane.running().keySet().stream())
                .mapToDouble(FetchSlice::chunksLeft)
                .sum();
        return String.format(
                Locale.ROOT,
                "%s has %d lanes, %d of them busy, and owes %.1f chunks",
                state,
                lanesWanted(),
                busy,
                owed);
    }
}
