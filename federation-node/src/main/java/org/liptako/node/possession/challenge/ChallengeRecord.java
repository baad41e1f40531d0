package org.liptako.node.possession.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.grant.StandingCopies;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.ChallengeStatements;
import org.liptako.node.registry.ChallengeWords;
import org.liptako.node.registry.HoldingStatements;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Journals what challenges show: each result; a finding and an alarm when a copy is first not shown, which propose a repair and start none; and once, of a site
 * and not of its copies, that it cannot be reached. Thread-safe.
 */
final class ChallengeRecord {
    private final SiteRecord own;
    private final ChallengeStatements said;
    private final HoldingStatements findings;
    private final StandingCopies standing;
    private final State state;

    ChallengeRecord(SiteRecord own) {
        this.own = own;
        this.said = own.registry().challenges();
        this.findings = own.registry().holdings();
        this.standing = new StandingCopies(own.registry());
        this.state = own.journal().state();
    }

    /** The number that the next challenge of a copy of this dataset at this site has. */
    long nextNumber(CopyPlace copy) {
        return own.jdbi()
                        .withHandle(handle -> last(handle, copy))
                        .map(CopyChallenged::number)
                        .orElse(0L)
                + 1;
    }

    /** Says a result, unless another of this State's nodes has come first. */
    void say(CopyPlace copy, CopyChallenged result) {
        own.journal().appendUnsaid(handle -> {
            Optional<CopyChallenged> last = last(handle, copy);
            if (last.isPresent() && last.get().number() >= result.number()) {
                return List.of();
            }
            List<JournalEvent> events = new ArrayList<>(reached(handle, copy.site()));
            events.add(result);
            boolean failed = result.outcome() != ChallengeOutcome.PROVED;
            boolean before = isFound(handle, finding(copy));
            if (failed && !before) {
                events.add(new HoldingFound(own.journal().now(), finding(copy), null));
                events.add(alarm(copy, result));
            } else if (!failed && before) {
                events.add(new HoldingCleared(own.journal().now(), finding(copy)));
            }
            last.map(CopyChallenged::versionRoot)
                    .filter(root -> !root.equals(copy.version().root()))
                    .map(root -> finding(copy, root))
                    .filter(earlier -> isFound(handle, earlier))
                    .ifPresent(earlier ->
                            events.add(new HoldingCleared(own.journal().now(), earlier)));
            return events;
        });
    }

    /** A copy is there no longer by its holder's word: what was found of it has ended. */
    void gone(CopyPlace copy) {
        own.journal()
                .appendUnsaid(handle -> isFound(handle, finding(copy))
                        ? List.of(new HoldingCleared(own.journal().now(), finding(copy)))
                        : List.of());
    }

    void unreachable(SiteId site) {
        own.journal()
                .appendUnsaid(handle -> said.isUnreachable(handle, site, state)
                        ? List.of()
                        : List.of(new SiteUnreachable(own.journal().now(), site)));
    }

    void reached(SiteId site) {
        if (own.jdbi().withHandle(handle -> said.isUnreachable(handle, site, state))) {
            own.journal().appendUnsaid(handle -> reached(handle, site));
        }
    }

    private List<JournalEvent> reached(Handle handle, SiteId site) {
        return said.isUnreachable(handle, site, state)
                ? List.of(new SiteReached(own.journal().now(), site))
                : List.of();
    }

    private AlarmRaised alarm(CopyPlace copy, CopyChallenged result) {
        Sentence words = ChallengeWords.of(result);
        List<String> others = standing.of(copy.version()).stream()
                .map(one -> one.site().value())
                .filter(site -> !site.equals(copy.site().value()))
                .toList();
        String sites = others.isEmpty() ? "—" : String.join(", ", others);
        return new AlarmRaised(
                own.journal().now(),
                "COPY_UNPROVEN",
                copy.site().state().orElseThrow(),
                new Sentence(
                        "Copie de " + copy + " non prouvée : " + words.fr()
                                + " Autres copies scellées de cette version,"
                                + " hors l'original de l'État d'origine : " + sites + ".",
                        "Copy of " + copy + " not proved: " + words.en()
                                + " Other sealed copies of this version, beside the home State's original: " + sites
                                + "."),
                copy.version().dataset());
    }

    private Optional<CopyChallenged> last(Handle handle, CopyPlace copy) {
        return said.last(handle, copy.version().dataset(), copy.site(), state);
    }

    private boolean isFound(Handle handle, HoldingFinding finding) {
        return findings.isSaid(handle, finding, state);
    }

    private static HoldingFinding finding(CopyPlace copy) {
        return finding(copy, copy.version().root());
    }

    private static HoldingFinding finding(CopyPlace copy, VersionRoot root) {
        return HoldingFinding.of(
                HoldingCause.CHALLENGE_FAILED, copy.site(), copy.version().dataset(), root);
    }
}
