package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.identity.Caller;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Question;
import org.liptako.node.registry.CopyGroup;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.FindingKind;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.Tallies;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Puts into words what waits for a reader beside their duties: of copies and findings, by role. An administrator's are the node's own ({@link NodeMatters}). */
@Singleton
final class MatterRows {
    private static final Set<ReplicaStatus> LOOKED_AT = Set.of(
            ReplicaStatus.ERASING,
            ReplicaStatus.QUARANTINED,
            ReplicaStatus.UNPROVEN,
            ReplicaStatus.GRANTED,
            ReplicaStatus.TRANSFERRING);

    private final Registry registry;
    private final Tallies tallies;
    private final DifferencesReader differences;
    private final NodeMatters node;
    private final SigningMatters signing;

    MatterRows(
            Registry registry,
            Tallies tallies,
            DifferencesReader differences,
            NodeMatters node,
            SigningMatters signing) {
        this.registry = registry;
        this.tallies = tallies;
        this.differences = differences;
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
        tallies.standing(new CopyGroup.Standing(site, LOOKED_AT), disclosure)
                .forEach((status, copies) -> rows.add(new MatterRow(
                        status == ReplicaStatus.TRANSFERRING ? "good" : "open",
                        words.of("matter.copies", words.of("status." + status), number(copies)),
                        words.of("matter.copies." + status),
                        new GroupQuery.Standing(site, status).address())));
        count(rows, new Whose("here", Optional.empty(), Optional.of(site)), disclosure, words);
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
        count(rows, new Whose("ours", Optional.of(state), Optional.empty()), new Disclosure(state), words);
        disputes(rows, words);
        return rows;
    }

    /** For regulators: the same of every State's, and what nobody can vouch for. */
    private List<MatterRow> ofFederation(State state, Words words) {
        List<MatterRow> rows = new ArrayList<>();
        Disclosure disclosure = new Disclosure(state);
        count(rows, new Whose("all", Optional.empty(), Optional.empty()), disclosure, words);
        disputes(rows, words);
        differences
                .count(disclosure, words)
                .ifPresent(number -> rows.add(new MatterRow(
                        "bad",
                        words.of("matter.differences", number),
                        words.of("matter.differences.more"),
                        DifferencesReader.PATH)));
        registry.challenges().unreachable().stream()
                .map(silence -> silence.site().value())
                .distinct()
                .forEach(site -> rows.add(new MatterRow(
                        "bad",
                        words.of("matter.unreachable", site),
                        words.of("matter.unreachable.more"),
                        new QuestionQuery(Question.SITE_HOLDS, Map.of(Blank.SITE, site), "").address())));
        return rows;
    }

    private void count(List<MatterRow> rows, Whose whose, Disclosure to, Words words) {
        tallies.findings(whose.state(), whose.site(), to).forEach((kind, copies) -> {
            String key = kind == FindingKind.FORBIDDEN ? "matter.forbidden" : "matter.undecided";
            rows.add(new MatterRow(
                    kind == FindingKind.FORBIDDEN ? "bad" : "open",
                    words.of(key + "." + whose.words(), number(copies)),
                    words.of(key + ".more"),
                    new GroupQuery.Found(kind, whose.state(), whose.site()).address()));
        });
    }

    private static String number(long count) {
        return Long.toString(count);
    }

    private void disputes(List<MatterRow> rows, Words words) {
        registry.disputes().stream()
                .map(dispute -> dispute.source().saidBy())
                .distinct()
                .forEach(state -> rows.add(new MatterRow(
                        "bad",
                        words.of("matter.dispute", words.of(state)),
                        words.of("matter.dispute.more"),
                        new GroupQuery.Disputed(state).address())));
    }

    /** Whose copies are counted: how the bundles say so, and how they are counted; empty = any. */
    private record Whose(String words, Optional<State> state, Optional<SiteId> site) {}
}
