package org.liptako.node.exchange.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.exchange.pace.LinkWatch;
import org.liptako.node.exchange.pace.PaceForecast;
import org.liptako.node.exchange.queue.Pause;
import org.liptako.node.exchange.queue.PauseScope;
import org.liptako.node.exchange.queue.Pauses;
import org.liptako.node.exchange.queue.QueueView;
import org.liptako.node.exchange.queue.QueuedTransfer;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.exchange.queue.TransferQueue;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.pki.name.State;

/** What operators see of the queue, and say to it. Thread-safe. */
public final class QueueDesk {
    private final TransferDesk transfers;
    private final TransferStore store;
    private final TransferQueue queue;
    private final TransferGate gate;
    private final Pauses pauses;
    private final TransferRates rates;
    private final TransferRunner runner;
    private final LinkWatch links;
    private final Clock clock;
    private final PaceForecast forecast;

    public QueueDesk(
            TransferDesk transfers,
            TransferStore store,
            TransferQueue queue,
            TransferGate gate,
            Pauses pauses,
            TransferRates rates,
            TransferRunner runner,
            PaceForecast forecast,
            LinkWatch links,
            Clock clock) {
        this.transfers = transfers;
        this.store = store;
        this.queue = queue;
        this.gate = gate;
        this.pauses = pauses;
        this.rates = rates;
        this.runner = runner;
        this.links = links;
        this.clock = clock;
        this.forecast = forecast;
    }

    /** The transfers that run or wait, in the order in which they get their turn. */
    public List<TransferReport> queue() {
        Map<GrantSerial, Transfer> there = new HashMap<>();
        store.unfinished().forEach(transfer -> there.put(transfer.plan().grant(), transfer));
        List<Transfer> ordered = new ArrayList<>();
        queue.view()
                .all()
                .flatMap(queued -> Stream.ofNullable(there.remove(queued.grant())))
                .forEach(ordered::add);
        ordered.addAll(there.values());
        return reports(ordered);
    }

    /** Those that are not over, stopped ones too: an operator, or the end of the grant, has the last word on these. */
    public List<TransferReport> open() {
        return reports(store.open());
    }

    /** Newest first, also those that are over. */
    public List<TransferReport> newest(int most) {
        return reports(transfers.newest(most));
    }

    /**
     * A transfer.
     *
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if no transfer into this site has that grant
     */
    public TransferReport get(GrantSerial serial) {
        return reports(List.of(transfers.get(serial))).getFirst();
    }

    /** Goes on with a transfer, also with one that was stopped. */
    public TransferReport start(GrantSerial serial, boolean verifyDisk) {
        return reports(List.of(transfers.start(serial, verifyDisk))).getFirst();
    }

    /** Gives a transfer another priority, which lasts. */
    public TransferReport priority(GrantSerial serial, TransferPriority priority) {
        transfers.get(serial);
        store.priority(serial, priority);
        runner.wake(serial);
        return get(serial);
    }

    /**
     * Holds something back, until it is let go: what runs ends within seconds, and what is durable stays.
     *
     * @return how many transfers that are not over it holds back
     */
    public int pause(PauseScope scope, String by) {
        if (scope instanceof PauseScope.OneTransfer one) {
            transfers.get(one.grant());
        }
        pauses.add(scope, by);
        return (int) store.unfinished().stream()
                .filter(transfer -> transfer.state().isUnderWay()
                        && scope.covers(transfer.plan().grant(), transfer.plan().source()))
                .count();
    }

    /** Lets go what was held back by this very scope; false if nothing was. */
    public boolean resume(PauseScope scope) {
        boolean removed = pauses.remove(scope);
        runner.wakeAll();
        return removed;
    }

    /** Has what the limits let move now move. */
    public void limitsChanged() {
        runner.wakeAll();
    }

    public List<Pause> pauses() {
        return pauses.all();
    }

    private List<TransferReport> reports(List<Transfer> all) {
        QueueView view = queue.view();
        List<QueuedTransfer> waiting = view.waiting().stream()
                .filter(queued ->
                        gate.hindrance(queued.grant(), queued.source()).isEmpty())
                .toList();
        Map<GrantSerial, Integer> places = new HashMap<>();
        waiting.forEach(queued -> places.put(queued.grant(), places.size() + 1));
        Set<GrantSerial> running =
                view.running().stream().map(QueuedTransfer::grant).collect(Collectors.toSet());
        Map<GrantSerial, Instant> expected = new ExpectedEnds(new Speeds(), forecast::after)
                .of(new QueueView(view.running(), waiting), clock.instant());
        return all.stream()
                .map(transfer -> {
                    GrantSerial grant = transfer.plan().grant();
                    boolean runs = running.contains(grant);
                    return new TransferReport(
                            runs ? transfer : waiting(transfer, places.getOrDefault(grant, 0)),
                            runs ? 0 : places.getOrDefault(grant, 0),
                            rates.of(grant),
                            Optional.ofNullable(expected.get(grant)));
                })
                .toList();
    }

    /** What its record says may have passed: a pause was lifted, a source was silent the last time. */
    private Transfer waiting(Transfer transfer, int place) {
        if (!transfer.state().isUnderWay()) {
            return transfer;
        }
        Optional<Hindrance> hindrance =
                gate.hindrance(transfer.plan().grant(), transfer.plan().source());
        if (hindrance.isPresent()) {
            return transfer.waiting(hindrance.get());
        }
        boolean inTurn = switch (transfer.waitsFor()) {
            case NOTHING, TURN, PAUSED, WINDOW, NODE -> true;
            case LINK, PEER, DISK, RULE, BYTES, COURIER -> false;
        };
        return inTurn && place > 0
                ? transfer.waiting(new Hindrance(TransferWait.TURN, TransferReasons.turn(place)))
                : transfer;
    }

    /** What is known at a look; asked once for each State. */
    private final class Speeds implements ExpectedEnds.Speeds {
        private final Map<State, Long> known = new EnumMap<>(State.class);

        @Override
        public long of(GrantSerial grant) {
            return rates.of(grant);
        }

        @Override
        public long from(State source) {
            return known.computeIfAbsent(source, this::ask);
        }

        private long ask(State source) {
            long now = rates.from(source);
            return now > 0 ? now : links.speed(source).lately();
        }
    }
}
