package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.node.identity.Caller;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.FindingKind;
import org.liptako.node.registry.HoldingStatement;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.ShownPage;
import org.liptako.node.registry.Tallies;
import org.liptako.node.registry.Tally;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Puts into words what waits for a reader beside their duties: of copies and findings, by role. An administrator's are the node's own ({@link NodeMatters}). */
@Singleton
final class MatterRows {
    /** More differences are said to be so many or more. */
    private static final int MOST_DIFFERENCES = 100;

    private static final String COPIES = "/copies";
    private static final Set<ReplicaStatus> LOOKED_AT = Set.of(
            ReplicaStatus.ERASING,
            ReplicaStatus.QUARANTINED,
            ReplicaStatus.UNPROVEN,
            ReplicaStatus.GRANTED,
            ReplicaStatus.TRANSFERRING);

    private static final Set<ReplicaStatus> MOVING = Set.of(ReplicaStatus.GRANTED, ReplicaStatus.TRANSFERRING);

    private final Registry registry;
    private final Tallies tallies;
    private final NodeMatters node;
    private final SigningMatters signing;

    MatterRows(Registry registry, Tallies tallies, NodeMatters node, SigningMatters signing) {
        this.registry = registry;
        this.tallies = tallies;
        this.node = node;
        this.signing = signing;
    }

    List<MatterRow> rows(Words words, Caller reader) {
        return switch (reader.role()) {
            case OPERATOR ->
                reader.site().map(site -> ofSite(site, reader.state(), words)).orElse(List.of());
            case OFFICER -> ofOfficer(reader, words);
            case REGULATOR -> ofFederation(reader.state(), words);
            case ADMINISTRATOR -> node.rows(words);
            case NODE, SYSTEM, EVIDENCE, STORAGE -> List.of();
        };
    }

    /** For its operators: what copies there want done. */
    private List<MatterRow> ofSite(SiteId site, State state, Words words) {
        Disclosure disclosure = new Disclosure(state);
        List<MatterRow> rows = new ArrayList<>();
        tallies.copiesAt(site, LOOKED_AT, disclosure)
                .forEach((status, tally) -> rows.add(new MatterRow(
                        status == ReplicaStatus.TRANSFERRING ? "good" : "open",
                        words.of("matter.copies", words.of("status." + status), number(tally.copies())),
                        words.of("matter.copies." + status),
                        MOVING.contains(status)
                                ? Place.TRANSFERS.path()
                                : MatterLinks.only(tally, MatterLinks.site(site, status)))));
        count(rows, tallies.findingsAt(site, disclosure), new Whose("here", "", site.value()), words);
        return rows;
    }

    /** For a legal officer: what waits for their signature, and what the rules are against. */
    private List<MatterRow> ofOfficer(Caller reader, Words words) {
        List<MatterRow> rows = new ArrayList<>(signing.rows(reader.signatory(), words));
        rows.addAll(ofState(reader.state(), words));
        return rows;
    }

    /** For its legal officers: which copies of its data the rules are against, or cannot decide. */
    private List<MatterRow> ofState(State state, Words words) {
        List<MatterRow> rows = new ArrayList<>();
        count(rows, tallies.findingsOf(state, new Disclosure(state)), new Whose("ours", state.name(), ""), words);
        disputes(rows, words);
        return rows;
    }

    /** For regulators: the same of every State's, and what nobody can vouch for. */
    private List<MatterRow> ofFederation(State state, Words words) {
        List<MatterRow> rows = new ArrayList<>();
        Disclosure disclosure = new Disclosure(state);
        count(rows, tallies.findings(disclosure), new Whose("all", "", ""), words);
        disputes(rows, words);
        ShownPage<HoldingStatement, Page> differences = registry.holdings(Page.first(MOST_DIFFERENCES), disclosure);
        if (!differences.rows().isEmpty()) {
            String number = number(differences.rows().size());
            rows.add(new MatterRow(
                    "bad",
                    words.of(
                            "matter.differences",
                            differences.next().isPresent() ? words.of("matter.many", number) : number),
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

    private static void count(List<MatterRow> rows, Map<FindingKind, Tally> found, Whose whose, Words words) {
        found.forEach((kind, tally) -> {
            String key = kind == FindingKind.FORBIDDEN ? "matter.forbidden" : "matter.undecided";
            rows.add(new MatterRow(
                    kind == FindingKind.FORBIDDEN ? "bad" : "open",
                    words.of(key + "." + whose.words(), number(tally.copies())),
                    words.of(key + ".more"),
                    MatterLinks.only(
                            tally,
                            DatasetQuery.found(whose.state(), whose.site(), kind)
                                    .from(""))));
        });
    }

    private static String number(long count) {
        return Long.toString(count);
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
}
