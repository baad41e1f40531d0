package org.liptako.node.exchange.repair;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.registry.CustodyStatement;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.Citation;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Why other copies of the same bytes may not be drawn on: which State bars each, by which rule and article. Thread-safe. */
final class BarredCopies {
    /** Another State's node writes what it likes. */
    private static final int MOST_SHOWN = 400;

    private final SiteRecord own;

    BarredCopies(SiteRecord own) {
        this.own = own;
    }

    /** A sentence for each State that bars a copy, and for each copy that is not proved itself. */
    List<Sentence> of(DatasetVersion version) {
        List<FindingStatement> findings = own.registry().findings(List.of(version.dataset()));
        List<CustodyStatement> disputes = own.registry().disputes();
        return own.registry().replicas(version.dataset()).stream()
                .filter(copy -> copy.authoritative() && !copy.site().equals(own.site()))
                .filter(copy -> version.root().equals(copy.state().versionRoot()))
                .flatMap(copy -> Stream.of(
                                findings.stream()
                                        .filter(finding -> finding.concerns(copy))
                                        .map(finding -> against(copy, finding)),
                                disputes.stream()
                                        .filter(dispute -> dispute.concerns(copy))
                                        .map(dispute -> disputed(copy, dispute)),
                                unproved(copy))
                        .flatMap(Function.identity()))
                .distinct()
                .toList();
    }

    /** What a State has against a copy, with the rules that it cites and their articles. */
    static Sentence against(ReplicaStatement copy, FindingStatement finding) {
        State by = finding.source().saidBy();
        String rules =
                finding.finding().rules().stream().map(BarredCopies::cited).collect(Collectors.joining(", "));
        Sentence words = finding.finding().words();
        return new Sentence(
                by.french() + " (" + by + ") s'oppose à la copie du site " + copy.site()
                        + said(rules.isEmpty() ? words.fr() : rules, " : ") + ".",
                by.english() + " (" + by + ") objects to the copy at site " + copy.site()
                        + said(rules.isEmpty() ? words.en() : Citation.english(rules), ": ") + ".");
    }

    private static String cited(CitedRule rule) {
        return rule.legalBasis().isEmpty() ? rule.id() : rule.id() + " (" + String.join(" ; ", rule.legalBasis()) + ")";
    }

    private static String said(String text, String before) {
        return before + Printable.line(text, MOST_SHOWN).replaceFirst("\\.$", "");
    }

    private static Sentence disputed(ReplicaStatement copy, CustodyStatement dispute) {
        State by = dispute.source().saidBy();
        return new Sentence(
                by.french() + " (" + by + ") conteste la garde de la copie du site " + copy.site()
                        + said(dispute.custody().words().fr(), " : ") + ".",
                by.english() + " (" + by + ") disputes the custody of the copy at site " + copy.site()
                        + said(dispute.custody().words().en(), ": ") + ".");
    }

    private static Stream<Sentence> unproved(ReplicaStatement copy) {
        return copy.state().status() == ReplicaStatus.UNPROVEN
                ? Stream.of(new Sentence(
                        "La copie du site " + copy.site() + " n'est pas prouvée elle-même.",
                        "The copy at site " + copy.site() + " is not proved itself."))
                : Stream.empty();
    }
}
