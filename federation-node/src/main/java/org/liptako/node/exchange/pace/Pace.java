package org.liptako.node.exchange.pace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/**
 * Deals out what the limits allow, in chunks: whoever has had least comes first, so that transfers share a limit evenly, whatever number of connections each has.
 * Thread-safe.
 */
public final class Pace implements AutoCloseable {
    /** A limit may have changed meanwhile. */
    private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long SHORTEST_NAP = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int MOST_AT_ONCE = 8;
    private static final double LARGEST_CHUNK = 2 << 20;

    private final Rates limits;
    private final LongSupplier nanos;
    private final Map<Limited, Allowance> allowances = new HashMap<>();
    private final Map<Owner, Account> accounts = new HashMap<>();
    private final List<Share> hungry = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pace").daemon().factory());
    private double floor;
    private boolean napping;

    /** What a limit allows in a second, now. */
    @FunctionalInterface
    interface Rates {
        OptionalLong bytesPerSecond(Optional<State> peer, Direction direction);
    }

    private record Owner(GrantSerial grant, Direction direction) {}

    /** What a transfer has had, whatever number of shares it has had it by. */
    private static final class Account {
        private double had;
        private int shares;
    }

    private record Limited(Optional<State> peer, Direction direction) {}

    public Pace(PaceLimits limits) {
        this(limits::bytesPerSecond, System::nanoTime);
    }

    Pace(Rates limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /**
     * A share for a transfer, or one of its calls: all of a transfer's together count as one. To be closed.
     *
     * @param wake run, on a thread that must not wait, when there may be more
     */
    public synchronized PaceShare share(GrantSerial grant, State peer, Direction direction, Runnable wake) {
        accounts.values().removeIf(account -> account.shares == 0 && account.had <= floor - LARGEST_CHUNK);
        Account account = accounts.computeIfAbsent(new Owner(grant, direction), owner -> new Account());
        account.shares++;
        return new Share(
                account, new Limited(Optional.empty(), direction), new Limited(Optional.of(peer), direction), wake);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Gives chunks to the hungry as long as there are some; returns those that have got some. */
    private List<Share> deal() {
        List<Share> fed = new ArrayList<>();
        count();
        for (Optional<Share> next = next(); next.isPresent(); next = next()) {
            Share share = next.get();
            share.feed();
            floor = Math.max(floor, share.account.had);
            if (!fed.contains(share)) {
                fed.add(share);
            }
            hungry.remove(share);
            if (share.credit < share.wanted) {
                // Behind the other shares of its transfer.
                hungry.add(share);
            }
        }
        return fed;
    }

    private Optional<Share> next() {
        return hungry.stream()
                .filter(share -> share.allowances().allMatch(Allowance::hasSome))
                .min(Comparator.comparingDouble(share -> share.account.had));
    }

    private void count() {
        long now = nanos.getAsLong();
        allowances.forEach((limited, allowance) ->
                allowance.count(limits.bytesPerSecond(limited.peer(), limited.direction()), now));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A nap ends by itself.
    private void nap() {
        if (!napping && !hungry.isEmpty() && !timer.isShutdown()) {
            napping = true;
            long nap = hungry.stream()
                    .mapToLong(share -> share.allowances()
                            .mapToLong(Allowance::nanosToSome)
                            .max()
                            .orElse(0))
                    .min()
                    .orElse(LONGEST_NAP);
            timer.schedule(this::awake, Math.clamp(nap, SHORTEST_NAP, LONGEST_NAP), TimeUnit.NANOSECONDS);
        }
    }

    private void awake() {
        List<Share> fed;
        synchronized (this) {
            napping = false;
            fed = deal();
            nap();
        }
        fed.forEach(share -> share.wake.run());
    }

    /** Guarded by the pace it is of. */
    private final class Share implements PaceShare {
        private final Account account;
        private final Limited inAll;
        private final Limited ofPeer;
        private final Runnable wake;
        private boolean closed;
        private int credit;
        private int wanted;
        private int chunkBytes = 1;

        Share(Account account, Limited inAll, Limited ofPeer, Runnable wake) {
            this.account = account;
            this.inAll = inAll;
            this.ofPeer = ofPeer;
            this.wake = wake;
        }

        @Override
        public int take(int most, int bytes) {
            List<Share> others;
            int taken;
            synchronized (Pace.this) {
                if (closed) {
                    return 0;
                }
                chunkBytes = bytes;
                allowances.computeIfAbsent(inAll, limited -> new Allowance());
                allowances.computeIfAbsent(ofPeer, limited -> new Allowance());
                count();
                if (allowances().noneMatch(Allowance::isBounded)) {
                    leave();
                    return most;
                }
                want(Math.min(most, MOST_AT_ONCE));
                others = new ArrayList<>(deal());
                others.remove(this);
                taken = Math.min(credit, most);
                credit -= taken;
                nap();
            }
            others.forEach(share -> share.wake.run());
            return taken;
        }

        @Override
        public boolean holds() {
            synchronized (Pace.this) {
                return hungry.contains(this);
            }
        }

        @Override
        public void close() {
            synchronized (Pace.this) {
                if (!closed) {
                    closed = true;
                    account.shares--;
                    account.had -= (double) credit * chunkBytes;
                    allowances().forEach(allowance -> allowance.use(-(long) credit * chunkBytes));
                    leave();
                }
            }
        }

        /** Who has not wanted anything for a while has saved nothing by it. */
        private void want(int chunks) {
            wanted = chunks;
            if (credit < wanted && !hungry.contains(this)) {
                account.had = Math.max(account.had, floor - chunkBytes);
                hungry.add(this);
            }
        }

        private void feed() {
            credit++;
            account.had += chunkBytes;
            allowances().forEach(allowance -> allowance.use(chunkBytes));
        }

        private void leave() {
            hungry.remove(this);
            credit = 0;
            wanted = 0;
        }

        private Stream<Allowance> allowances() {
            return Stream.of(inAll, ofPeer).map(allowances::get).filter(Objects::nonNull);
        }
    }
}
