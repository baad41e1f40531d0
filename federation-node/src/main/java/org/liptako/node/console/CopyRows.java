package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.CopyFinding;
import org.liptako.node.registry.CustodyStatement;
import org.liptako.node.registry.ErasureWord;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;

/** Puts copies into words. */
final class CopyRows {
    private final Map<SiteId, Site> sites;
    private final Words words;
    private final Map<DatasetId, Dataset> datasets;
    private final Map<GrantSerial, GrantSummary> grants;
    private final List<CustodyStatement> disputes;
    private final List<FindingStatement> findings;
    private final List<ErasureWord> erasures;

    private CopyRows(Registry registry, List<ReplicaStatement> copies, Map<SiteId, Site> sites, Words words) {
        this.sites = sites;
        this.words = words;
        this.disputes = registry.disputes();
        Set<DatasetId> named = copies.stream().map(ReplicaStatement::dataset).collect(toUnmodifiableSet());
        Set<GrantSerial> serials = copies.stream()
                .flatMap(copy -> Optional.ofNullable(copy.state().grant()).stream())
                .collect(toUnmodifiableSet());
        this.findings = registry.findings(named);
        this.erasures = registry.erasureWords(named);
        this.datasets = registry.datasets(named).stream().collect(toUnmodifiableMap(Dataset::id, identity()));
        this.grants = registry.grants(serials).stream().collect(toUnmodifiableMap(GrantSummary::serial, identity()));
    }

    /** The rows of a page; what they name is asked for all together. */
    static List<CopyRow> of(Registry registry, List<ReplicaStatement> copies, Map<SiteId, Site> sites, Words words) {
        CopyRows rows = new CopyRows(registry, copies, sites, words);
        return copies.stream().map(rows::row).toList();
    }

    private CopyRow row(ReplicaStatement copy) {
        ReplicaStatus status = copy.state().status();
        String objections = custody(copy) + findings(copy);
        String encrypted = copy.state().encrypted() ? words.of("and") + words.of("encrypted") : "";
        return new CopyRow(
                copy.dataset().value(),
                Optional.ofNullable(datasets.get(copy.dataset()))
                        .map(dataset -> words.of(dataset.name()))
                        .orElseGet(() -> words.of("unknown")),
                copy.site().value(),
                place(copy),
                words.of("status." + status.name()) + encrypted + erasure(copy) + objections,
                objections.isEmpty() ? tone(copy) : "bad",
                copy.source().heldFrom().toString(),
                words.of(copy.source().heldFrom()),
                allowed(copy),
                words.of(
                        "said.entry",
                        words.of(copy.source().saidBy()),
                        Long.toString(copy.source().journalIndex())));
    }

    private String custody(ReplicaStatement copy) {
        return disputes.stream()
                .filter(dispute -> dispute.concerns(copy))
                .map(dispute -> words.of("and")
                        + words.of(
                                "custody",
                                words.of(dispute.source().saidBy()),
                                Long.toString(dispute.custody().trustState())))
                .collect(Collectors.joining());
    }

    /** Of an erased copy, what an operator has signed of what its node cannot see. */
    private String erasure(ReplicaStatement copy) {
        if (copy.state().status() != ReplicaStatus.ERASED || copy.state().grant() == null) {
            return "";
        }
        return words.of("and")
                + word(copy)
                        .map(word -> word.statement()
                                .remainsUntil()
                                .map(day -> words.of("erasure.remains", day.toString()))
                                .orElseGet(() -> words.of("erasure.gone")))
                        .orElseGet(() -> words.of("erasure.awaited"));
    }

    private Optional<ErasureWord> word(ReplicaStatement copy) {
        return erasures.stream().filter(word -> word.concerns(copy)).findFirst();
    }

    private String findings(ReplicaStatement copy) {
        return findings.stream()
                .filter(finding -> finding.concerns(copy))
                .map(finding -> words.of("and")
                        + words.of(
                                "finding." + finding.finding().verdict(),
                                words.of(finding.source().saidBy()),
                                cited(finding.finding())))
                .collect(Collectors.joining());
    }

    private String cited(CopyFinding finding) {
        return finding.rules().isEmpty()
                ? words.of("finding.silent")
                : finding.rules().stream().map(CitedRule::id).collect(Collectors.joining(", "));
    }

    private String place(ReplicaStatement copy) {
        String country = words.of(copy.state().country());
        Site site = sites.get(copy.site());
        return site == null ? country : site.city() + words.of("and") + country;
    }

    private String allowed(ReplicaStatement copy) {
        return Optional.ofNullable(copy.state().grant())
                .flatMap(serial -> Optional.ofNullable(grants.get(serial)))
                .map(this::allowed)
                .orElseGet(() -> words.of("allowed.before"));
    }

    private String allowed(GrantSummary grant) {
        String states = grant.allowedBy().stream().map(words::of).collect(Collectors.joining(words.of("and")));
        String rules = grant.rules().stream()
                .map(rule -> rule.id() + " (" + words.of(rule.title()) + ")")
                .collect(Collectors.joining(words.of("and")));
        return words.of("allowed.by", states, rules);
    }

    private String tone(ReplicaStatement copy) {
        return CopyTone.of(
                copy.state().status(),
                word(copy)
                        .filter(word -> word.statement().remainsUntil().isEmpty())
                        .isPresent());
    }
}
