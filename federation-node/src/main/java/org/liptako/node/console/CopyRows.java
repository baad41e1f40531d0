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
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.CopyCircumstances;
import org.liptako.node.registry.CopyFinding;
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
    private final CopyCircumstances beside;

    private CopyRows(Registry registry, List<ReplicaStatement> copies, Map<SiteId, Site> sites, Words words) {
        this.sites = sites;
        this.words = words;
        this.beside = registry.beside(copies);
        Set<DatasetId> named = copies.stream().map(ReplicaStatement::dataset).collect(toUnmodifiableSet());
        this.datasets = registry.datasets(named).stream().collect(toUnmodifiableMap(Dataset::id, identity()));
    }

    /** The rows of a page; what they name is asked for all together. */
    static List<CopyRow> of(Registry registry, List<ReplicaStatement> copies, Map<SiteId, Site> sites, Words words) {
        CopyRows rows = new CopyRows(registry, copies, sites, words);
        return copies.stream().map(rows::row).toList();
    }

    private CopyRow row(ReplicaStatement copy) {
        String objections = custody(copy) + findings(copy);
        String encrypted = copy.state().encrypted() ? words.of("and") + words.of("encrypted") : "";
        return new CopyRow(
                copy.dataset().value(),
                Optional.ofNullable(datasets.get(copy.dataset()))
                        .map(dataset -> words.of(dataset.name()))
                        .orElseGet(() -> words.of("unknown")),
                copy.site().value(),
                place(copy),
                status(copy) + encrypted + erasure(copy) + objections + silence(copy),
                objections.isEmpty() ? tone(copy) : "bad",
                copy.source().heldFrom().toString(),
                words.of(copy.source().heldFrom()),
                allowed(copy),
                words.of(
                        "said.entry",
                        words.of(copy.source().saidBy()),
                        Long.toString(copy.source().journalIndex())));
    }

    /** Of a copy whose site some State cannot reach, how it stood last: nobody can say that it still does. */
    private String status(ReplicaStatement copy) {
        String stands = words.of("status." + beside.status(copy));
        return beside.silences(copy).isEmpty() ? stands : words.of("status.last", stands);
    }

    private String silence(ReplicaStatement copy) {
        return beside.silences(copy).stream()
                .map(silence -> words.of("and") + SilenceWords.of(silence, words))
                .collect(Collectors.joining());
    }

    private String custody(ReplicaStatement copy) {
        return beside.disputes(copy).stream()
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
                + beside.erasure(copy)
                        .map(word -> word.statement()
                                .remainsUntil()
                                .map(day -> words.of("erasure.remains", day.toString()))
                                .orElseGet(() -> words.of("erasure.gone")))
                        .orElseGet(() -> words.of("erasure.awaited"));
    }

    private String findings(ReplicaStatement copy) {
        return beside.findings(copy).stream()
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
        return beside.grant(copy).map(this::allowed).orElseGet(() -> words.of("allowed.before"));
    }

    private String allowed(GrantSummary grant) {
        String states = grant.allowedBy().stream().map(words::of).collect(Collectors.joining(words.of("and")));
        String rules = grant.rules().stream()
                .map(rule -> rule.id() + " (" + words.of(rule.title()) + ")")
                .collect(Collectors.joining(words.of("and")));
        return words.of("allowed.by", states, rules);
    }

    private String tone(ReplicaStatement copy) {
        String tone = CopyTone.of(
                beside.status(copy),
                beside.erasure(copy)
                        .filter(word -> word.statement().remainsUntil().isEmpty())
                        .isPresent());
        return tone.equals(CopyTone.GOOD) && !beside.silences(copy).isEmpty() ? CopyTone.OPEN : tone;
    }
}
