package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.FindingKind;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.HoldingStatement;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.ShownPage;
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

    private static final Set<ReplicaStatus> MOVING = Set.of(ReplicaStatus.GRANTED, ReplicaStatus.TRANSFERRING);

    private final Registry registry;
    private final NodeMatters node;

    MatterRows(Registry registry, NodeMatters node) {
        this.registry = registry;
        this.node = node;
    }

    List<MatterRow> rows(Words words, Caller reader) {
        return switch (reader.role()) {
            case OPERATOR ->
                reader.site().map(site -> ofSite(site, reader.state(), words)).orElse(List.of());
            case OFFICER -> ofState(reader.state(), words);
            case REGULATOR -> ofFederation(reader.state(), words);
            case ADMINISTRATOR -> node.rows(words);
            case NODE, SYSTEM, EVIDENCE, STORAGE -> List.of();
        };
    }

    /** For its operators: what copies there want done. */
    private List<MatterRow> ofSite(SiteId site, State state, Words words) {
        ShownPage<ReplicaStatement, Page> shown = registry.copiesAt(site, Page.first(MOST), new Disclosure(state));
        List<ReplicaStatement> copies = shown.rows();
        boolean more = shown.next().isPresent();
        Map<ReplicaStatus, List<DatasetId>> wanting = new EnumMap<>(ReplicaStatus.class);
        copies.stream()
                .filter(copy -> LOOKED_AT.contains(copy.state().status()))
                .forEach(copy -> wanting.computeIfAbsent(copy.state().status(), status -> new ArrayList<>())
                        .add(copy.dataset()));
        List<MatterRow> rows = new ArrayList<>();
        wanting.forEach((status, datasets) -> rows.add(new MatterRow(
                status == ReplicaStatus.TRANSFERRING ? "good" : "open",
                words.of("matter.copies", words.of("status." + status), new Count(datasets.size(), more).in(words)),
                words.of("matter.copies." + status),
                MOVING.contains(status)
                        ? Place.TRANSFERS.path()
                        : MatterLinks.only(datasets, more, MatterLinks.site(site, status)))));
        List<FindingStatement> findings =
                registry
                        .findings(copies.stream()
                                .map(ReplicaStatement::dataset)
                                .distinct()
                                .toList())
                        .stream()
                        .filter(finding -> copies.stream().anyMatch(finding::concerns))
                        .toList();
        count(rows, new ShownPage<>(findings, shown.next()), new Whose("here", "", site.value()), words);
        return rows;
    }

    /** For its legal officers: which copies of its data the rules are against, or cannot decide. */
    private List<MatterRow> ofState(State state, Words words) {
        List<MatterRow> rows = new ArrayList<>();
        Page ours = new Page("", "", state.name() + "-", MOST);
        count(rows, registry.findings(ours, new Disclosure(state)), new Whose("ours", state.name(), ""), words);
        disputes(rows, words);
        return rows;
    }

    /** For regulators: the same of every State's, and what nobody can vouch for. */
    private List<MatterRow> ofFederation(State state, Words words) {
        List<MatterRow> rows = new ArrayList<>();
        Disclosure disclosure = new Disclosure(state);
        count(rows, registry.findings(Page.first(MOST), disclosure), new Whose("all", "", ""), words);
        disputes(rows, words);
        ShownPage<HoldingStatement, Page> differences = registry.holdings(Page.first(MOST), disclosure);
        if (!differences.rows().isEmpty()) {
            Count count =
                    new Count(differences.rows().size(), differences.next().isPresent());
            rows.add(new MatterRow(
                    "bad",
                    words.of("matter.differences", count.in(words)),
                    words.of("matter.differences.more"),
                    COPIES));
        }
        registry.challenges().unreachable().stream()
                .map(silence -> silence.site().value())
                .distinct()
                .forEach(site -> rows.add(new MatterRow(
                        "bad",
                        words.of("matter.unreachable", site),
                        words.of("matter.unreachable.more"),
                        MatterLinks.site(site))));
        return rows;
    }

    private static void count(List<MatterRow> rows, ShownPage<FindingStatement, Page> found, Whose whose, Words words) {
        boolean more = found.next().isPresent();
        for (FindingKind kind : FindingKind.values()) {
            List<DatasetId> datasets = found.rows().stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(FindingStatement::dataset)
                    .toList();
            if (!datasets.isEmpty()) {
                String key = kind == FindingKind.FORBIDDEN ? "matter.forbidden" : "matter.undecided";
                rows.add(new MatterRow(
                        kind == FindingKind.FORBIDDEN ? "bad" : "open",
                        words.of(key + "." + whose.words(), new Count(datasets.size(), more).in(words)),
                        words.of(key + ".more"),
                        MatterLinks.only(
                                datasets,
                                more,
                                DatasetQuery.found(whose.state(), whose.site(), kind)
                                        .from(""))));
            }
        }
    }

    private void disputes(List<MatterRow> rows, Words words) {
        registry.disputes().stream()
                .map(dispute -> words.of(dispute.source().saidBy()))
                .distinct()
                .forEach(state -> rows.add(new MatterRow(
                        "bad", words.of("matter.dispute", state), words.of("matter.dispute.more"), COPIES)));
    }

    /** Whose copies are counted: how the bundles say so, and how the search does; empty = any. */
    private record Whose(String words, String state, String site) {}

    /** How many were found, and whether the list goes on where it was no longer read. */
    private record Count(int found, boolean more) {
        String in(Words words) {
            String number = Integer.toString(found);
            return more ? words.of("matter.many", number) : number;
        }
    }
}
