package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferProgress;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Registry;

/** Puts transfers into words. They lie on this State's soil, or will: its people are shown them whatever their class ({@link org.liptako.node.registry.Disclosure}). */
final class TransferRows {
    static final String PATH = "/transfers";
    private static final int WHOLE = 100;

    private final Map<DatasetId, Dataset> datasets;
    private final Words words;

    private TransferRows(Map<DatasetId, Dataset> datasets, Words words) {
        this.datasets = datasets;
        this.words = words;
    }

    /** The rows of a page; what they name is asked for all together. */
    static List<TransferRow> of(Registry registry, List<TransferReport> transfers, Words words) {
        Set<DatasetId> named = transfers.stream()
                .map(report -> report.transfer().plan().version().dataset())
                .collect(toUnmodifiableSet());
        TransferRows rows = new TransferRows(
                registry.datasets(named).stream().collect(toUnmodifiableMap(Dataset::id, identity())), words);
        return transfers.stream().map(rows::row).toList();
    }

    private TransferRow row(TransferReport report) {
        Transfer transfer = report.transfer();
        TransferPlan plan = transfer.plan();
        DatasetId dataset = plan.version().dataset();
        boolean stands = stands(transfer.state());
        return new TransferRow(
                plan.grant().value(),
                PATH + "/" + plan.grant().value(),
                dataset.value(),
                Optional.ofNullable(datasets.get(dataset))
                        .map(known -> words.of(known.name()))
                        .orElseGet(() -> words.of("unknown")),
                words.of("transfer.way", words.of(plan.source()), plan.site().value()),
                words.of("transfer.state." + transfer.state()),
                tone(transfer.state()),
                stands ? words.of(transfer.reason()) : "",
                stands ? words.of(transfer.whatToDo()) : "",
                percent(transfer.progress()),
                done(transfer),
                report.rate() > 0 ? Amounts.rate(report.rate(), words) : words.of("transfer.still"),
                report.expectedEnd()
                        .map(words::of)
                        .orElseGet(() ->
                                words.of(transfer.state().isOver() ? "transfer.end.over" : "transfer.end.unknown")),
                transfer.attempts() > 1
                        ? words.of("transfer.resumed", transfer.attempts() - 1)
                        : words.of("transfer.resumed.never"),
                words.of(
                        "transfer.twice",
                        Amounts.bytes(transfer.progress().received().twice(), words)),
                words.of("priority." + transfer.order().priority()));
    }

    private static boolean stands(TransferState state) {
        return switch (state) {
            case WAITING, STOPPED, DISCARDED -> true;
            case RUNNING, SEALED -> false;
        };
    }

    private static String tone(TransferState state) {
        return switch (state) {
            case RUNNING, SEALED -> "good";
            case WAITING -> "open";
            case STOPPED, DISCARDED -> "bad";
        };
    }

    /** Downwards: what is not whole is never shown as whole. */
    private static int percent(TransferProgress progress) {
        return progress.bytes() == 0 ? 0 : (int) (progress.durableBytes() * WHOLE / progress.bytes());
    }

    private String done(Transfer transfer) {
        TransferProgress progress = transfer.progress();
        if (progress.bytes() > 0) {
            return words.of(
                    "transfer.done",
                    percent(progress),
                    Amounts.bytes(progress.durableBytes(), words),
                    Amounts.bytes(progress.bytes(), words),
                    Amounts.bytes(transfer.bytesLeft(), words));
        }
        return transfer.bytesLeft() > 0
                ? words.of("transfer.announced", Amounts.bytes(transfer.bytesLeft(), words))
                : words.of("transfer.size.unknown");
    }
}
