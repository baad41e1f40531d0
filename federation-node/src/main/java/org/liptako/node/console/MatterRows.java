package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Puts into words what waits for a reader beside their duties: of copies and findings, by role. An administrator's are the node's own ({@link NodeMatters}). */
@Singleton
final class MatterRows {
    /** More are said to be so many or more: a page is no place to count a register. */
    private static final int MOST = 500;

    private static final String COPIES = "/copies";
    private static final Set<ReplicaStatus> LOOKED_AT = Set.of(
            ReplicaStatus.ERASING,
            ReplicaStatus.QUARANTINED,
            ReplicaStatus.UNPROVEN,
            ReplicaStatus.GRANTED,
            ReplicaStatus.TRANSFERRING);

    private final Registry registry;
    private final NodeMatters node;

    MatterRows(Registry registry, NodeMatters node) {
        this.registry = registry;
        this.node = node;
    }

    List<MatterRow> rows(Words words, Caller reader) {
        return switch (reader.role()) {
            case OPERATOR -> reader.site().map(site -> ofSite(site, words)).orElse(List.of());
            case OFFICER -> ofState(reader.state(), words);
            case REGULATOR -> ofFederation(words);
            case ADMINISTRATOR -> node.rows(words);
            case NODE, SYSTEM, EVIDENCE, STORAGE -> List.of();
        };
    }

    /** For its operators: what copies there want done. */
    private List<MatterRow> ofSite(SiteId site, Words words) {
        List<ReplicaStatement> copies = registry.replicasAt(site, Page.first(MOST));
        Map<ReplicaStatus, Integer> counts = new EnumMap<>(ReplicaStatus.class);
        copies.stream()
                .map(copy -> copy.state().status())
                .filter(LOOKED_AT::contains)
                .forEach(status -> counts.merge(status, 1, Integer::sum));
        List<MatterRow> rows = new ArrayList<>();
        counts.forEach((status, count) -> rows.add(row(
                status == ReplicaStatus.TRANSFERRING ? "good" : "open",
                words.of("matter.copies", words.of("status." + status), number(count, words)),
                words.of("matter.copies." + status))));
        List<DatasetId> datasets =
                copies.stream().map(ReplicaStatement::dataset).distinct().toList();
        count(
                rows,
                registry.findings(datasets).stream()
                        .filter(finding -> copies.stream().anyMatch(finding::concerns)),
                "here",
                words);
        return rows;
    }

    /** For its legal officers: which copies of its data the rules are against, or cannot decide. */
    private List<MatterRow> ofState(State state, Words words) {
        List<MatterRow> rows = new ArrayList<>();
        count(rows, findings(new Page("", "", state.name() + "-", MOST)), "ours", words);
        disputes(rows, words);
        return rows;
    }

    /** For regulators: the same of every State's, and what nobody can vouch for. */
    private List<MatterRow> ofFederation(Words words) {
        List<MatterRow> rows = new ArrayList<>();
        count(rows, findings(Page.first(MOST)), "all", words);
        disputes(rows, words);
        int differences =
                registry.holdings().page(Page.first(MOST)).statements().size();
        if (differences > 0) {
            rows.add(row(
                    "bad",
                    words.of("matter.differences", number(differences, words)),
                    words.of("matter.differences.more")));
        }
        registry.challenges().unreachable().stream()
                .map(silence -> silence.site().value())
                .distinct()
                .forEach(site -> rows.add(
                        row("bad", words.of("matter.unreachable", site), words.of("matter.unreachable.more"))));
        return rows;
    }

    private Stream<FindingStatement> findings(Page page) {
        List<FindingStatement> findings = registry.findings(page);
        List<ReplicaStatement> copies = registry.replicasOf(
                findings.stream().map(FindingStatement::dataset).distinct().toList());
        return findings.stream().filter(finding -> copies.stream().anyMatch(finding::concerns));
    }

    private static void count(List<MatterRow> rows, Stream<FindingStatement> findings, String whose, Words words) {
        List<FindingStatement> found = findings.toList();
        int undecided = Math.toIntExact(found.stream()
                .filter(finding -> finding.finding().isUndecided())
                .count());
        add(rows, found.size() - undecided, "bad", "matter.forbidden." + whose, words);
        add(rows, undecided, "open", "matter.undecided." + whose, words);
    }

    private static void add(List<MatterRow> rows, int count, String tone, String key, Words words) {
        if (count > 0) {
            String kind = key.substring(0, key.lastIndexOf('.'));
            rows.add(row(tone, words.of(key, number(count, words)), words.of(kind + ".more")));
        }
    }

    private void disputes(List<MatterRow> rows, Words words) {
        registry.disputes().stream()
                .map(dispute -> words.of(dispute.source().saidBy()))
                .distinct()
                .forEach(state ->
                        rows.add(row("bad", words.of("matter.dispute", state), words.of("matter.dispute.more"))));
    }

    private static MatterRow row(String tone, String matter, String more) {
        return new MatterRow(tone, matter, more, COPIES);
    }

    private static String number(int count, Words words) {
        return count < MOST ? Integer.toString(count) : words.of("matter.many", Integer.toString(MOST));
    }
}
