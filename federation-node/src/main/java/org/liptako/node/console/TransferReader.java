package org.liptako.node.console;

import static java.util.stream.Collectors.joining;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.exchange.queue.Pause;
import org.liptako.node.exchange.queue.PauseScope.OneTransfer;
import org.liptako.node.exchange.queue.TransferPriority;
import org.liptako.node.exchange.transfer.HolderShare;
import org.liptako.node.exchange.transfer.QueueDesk;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.node.exchange.transfer.TransferReport;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.placement.WithdrawnGrants;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.Registry;

/** Reads the page of one transfer: what the desk says of it, and who allowed it by which rules. */
@Singleton
final class TransferReader {
    private final QueueDesk desk;
    private final Registry registry;
    private final WithdrawnGrants withdrawn;
    private final PageRights rights;
    private final NodeConfig node;
    private final Clock clock;

    TransferReader(
            QueueDesk desk,
            Registry registry,
            WithdrawnGrants withdrawn,
            PageRights rights,
            NodeConfig node,
            Clock clock) {
        this.desk = desk;
        this.registry = registry;
        this.withdrawn = withdrawn;
        this.rights = rights;
        this.node = node;
        this.clock = clock;
    }

    /**
     * A transfer, over or not.
     *
     * @throws org.liptako.node.wire.Failure NOT_KNOWN if no transfer into this site has that grant
     */
    TransferPage read(Words words, Caller reader, GrantSerial grant) {
        TransferReport report = desk.get(grant);
        Transfer transfer = report.transfer();
        TransferPlan plan = transfer.plan();
        Optional<GrantSummary> summary = registry.grant(grant);
        List<Pause> pauses = desk.pauses().stream()
                .filter(pause -> pause.scope().covers(grant, plan.source()))
                .toList();
        boolean pausedAlone = pauses.stream().anyMatch(pause -> pause.scope().equals(new OneTransfer(grant)));
        return new TransferPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                TransferRows.of(registry, List.of(report), words).getFirst(),
                words.of(transfer.order().since()),
                words.of(plan.expires()),
                plan.version().root().value(),
                transfer.progress().shares().stream()
                        .map(share -> holder(share, words))
                        .toList(),
                summary.map(given -> allowed(given, words)).orElse(""),
                summary.stream()
                        .flatMap(given -> given.rules().stream())
                        .map(rule -> rule(rule, words))
                        .toList(),
                withdrawn.of(grant, plan.site()).map(words::of).orElse(""),
                pauses.stream().map(new PauseRows(words)::row).toList(),
                priorities(transfer.order().priority(), words),
                rights.allowsHere(reader, Route.PAUSE) && !transfer.state().isOver(),
                transfer.state().isUnderWay() && !pausedAlone,
                transfer.state() == TransferState.STOPPED);
    }

    private static List<Choice> priorities(TransferPriority now, Words words) {
        return Stream.of(TransferPriority.values())
                .map(priority -> new Choice(priority.name(), words.of("priority." + priority), priority == now))
                .toList();
    }

    private static String holder(HolderShare share, Words words) {
        String brought = words.of("transfer.holder", words.of(share.state()), Amounts.bytes(share.bytes(), words));
        String wrong = words.of(share.isLeftAlone() ? "transfer.holder.left" : "transfer.holder.wrong", share.wrong());
        return share.wrong() == 0 ? brought : brought + words.of("and") + wrong;
    }

    private static String allowed(GrantSummary grant, Words words) {
        return grant.allowedBy().stream().map(words::of).collect(joining(words.of("and")));
    }

    private static RuleRow rule(CitedRule rule, Words words) {
        return new RuleRow(
                rule.id(),
                words.of(rule.title()),
                "",
                rule.legalBasis().stream().map(words::citation).toList());
    }
}
