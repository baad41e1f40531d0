package org.liptako.node.registry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ErasureStatement;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.Timeline.Stretch;
import org.liptako.pki.name.SiteId;

/** Entries on copies. What a State says of a copy is kept apart from what another says of the same. */
final class ReplicaEntries {
    /** The only operation whose grant removes a copy instead of making one. */
    private static final String ERASE = "ERASE";

    private final Timeline timeline;
    private final StatementStore statements = new StatementStore();

    ReplicaEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void recorded(Reading reading, CopyRecorded event) {
        ReplicaStatus status = switch (event.standing()) {
            case UNPROVEN -> ReplicaStatus.UNPROVEN;
            case EXTERNAL -> ReplicaStatus.EXTERNAL;
        };
        state(reading, event.dataset(), event.site(), new Change(status, null, null, false));
    }

    void granted(Reading reading, PlacementTerms terms, GrantSerial serial, @Nullable VersionRoot version) {
        Optional<ReplicaState> now = said(reading, terms.dataset(), terms.targetSite());
        boolean copyThere = now.filter(state -> state.status().isCopy()).isPresent();
        if (terms.operation().equals(ERASE)) {
            now.filter(state -> state.status().isCopy())
                    .ifPresent(state -> state(
                            reading,
                            terms.dataset(),
                            terms.targetSite(),
                            new Change(ReplicaStatus.ERASING, state.grant(), state.versionRoot(), state.encrypted())));
        } else if (!copyThere && version != null) {
            boolean encrypted = Boolean.TRUE.equals(terms.encrypted());
            state(
                    reading,
                    terms.dataset(),
                    terms.targetSite(),
                    new Change(ReplicaStatus.GRANTED, serial, version, encrypted));
        }
    }

    void started(Reading reading, TransferStarted event) {
        Optional<ReplicaState> now = said(reading, event.dataset(), event.site());
        // A newer version on its way does not hide the copy that lies there.
        if (now.filter(state -> state.status().isCopy()).isEmpty()) {
            boolean encrypted = now.filter(ReplicaState::encrypted).isPresent();
            state(
                    reading,
                    event.dataset(),
                    event.site(),
                    new Change(ReplicaStatus.TRANSFERRING, event.grant(), event.versionRoot(), encrypted));
        }
    }

    /** The source's word on the receiver's copy: the other half of a double entry. */
    void given(Reading reading, ReplicaGiven event) {
        boolean encrypted = said(reading, event.dataset(), event.site())
                .filter(ReplicaState::encrypted)
                .isPresent();
        state(
                reading,
                event.dataset(),
                event.site(),
                new Change(ReplicaStatus.SEALED, event.grant(), event.versionRoot(), encrypted));
    }

    void sealed(Reading reading, ReplicaSealed event) {
        state(
                reading,
                event.dataset(),
                event.site(),
                new Change(ReplicaStatus.SEALED, event.grant(), event.versionRoot(), event.encrypted()));
    }

    /** A copy that is to be erased stays so, sound or not. */
    void damaged(Reading reading, ReplicaDamaged event) {
        turn(reading, event.dataset(), event.site(), event.versionRoot(), ReplicaStatus.SEALED, ReplicaStatus.UNPROVEN);
        // One that was missed before is then brought again.
        turn(reading, event.dataset(), event.site(), event.versionRoot(), ReplicaStatus.LOST, ReplicaStatus.UNPROVEN);
    }

    void proved(Reading reading, ReplicaProved event) {
        turn(reading, event.dataset(), event.site(), event.versionRoot(), ReplicaStatus.UNPROVEN, ReplicaStatus.SEALED);
        turn(reading, event.dataset(), event.site(), event.versionRoot(), ReplicaStatus.LOST, ReplicaStatus.SEALED);
    }

    /** The State on whose soil a sealed copy should lie does not find it. */
    void missed(Reading reading, HoldingFinding finding) {
        turn(reading, finding, ReplicaStatus.SEALED, ReplicaStatus.LOST);
    }

    /** It has found it again, or it was brought again. */
    void back(Reading reading, HoldingFinding finding) {
        turn(reading, finding, ReplicaStatus.LOST, ReplicaStatus.SEALED);
    }

    private void turn(Reading reading, HoldingFinding finding, ReplicaStatus from, ReplicaStatus to) {
        DatasetId dataset = finding.dataset();
        VersionRoot version = finding.versionRoot();
        boolean onOwnSoil = finding.site().state().equals(Optional.of(reading.saidBy()));
        if (finding.cause().kind() == HoldingKind.MISSING && onOwnSoil && dataset != null && version != null) {
            turn(reading, dataset, finding.site(), version, from, to);
        }
    }

    /** A State's own word on a copy that it challenges; what the State that holds it says stays as it is. */
    void challenged(Reading reading, CopyChallenged event) {
        boolean proved = event.outcome() == ChallengeOutcome.PROVED;
        if (!event.site().state().equals(Optional.of(reading.saidBy()))) {
            turn(
                    reading,
                    event.dataset(),
                    event.site(),
                    event.versionRoot(),
                    proved ? ReplicaStatus.UNPROVEN : ReplicaStatus.SEALED,
                    proved ? ReplicaStatus.SEALED : ReplicaStatus.UNPROVEN);
        }
    }

    void erased(Reading reading, ReplicaErased event) {
        state(reading, event.dataset(), event.site(), new Change(ReplicaStatus.ERASED, event.grant(), null, false));
    }

    /** Only of a place outside the federation, by the home State, and only where it says that a copy lies there. */
    void erasedAbroad(Reading reading, ExternalCopyErased event) {
        boolean abroad = event.site().state().isEmpty() && reading.isHomeOf(event.dataset());
        if (abroad) {
            said(reading, event.dataset(), event.site())
                    .filter(state -> state.status() == ReplicaStatus.EXTERNAL)
                    .ifPresent(state -> {
                        state(
                                reading,
                                event.dataset(),
                                event.site(),
                                new Change(ReplicaStatus.ERASED, null, null, false));
                        signedAbroad(reading, event);
                    });
        }
    }

    /** Beside the copy: by whose word, and by which document. */
    private void signedAbroad(Reading reading, ExternalCopyErased event) {
        timeline.state(
                reading.handle(),
                new StatementKey(
                        StatementKind.ERASURE_ABROAD,
                        event.dataset().value(),
                        event.site().value(),
                        reading.saidBy()),
                Stretch.from(reading.since()),
                reading.lastWord(new ErasureAbroad(
                        event.dataset(), event.site(), event.document(), event.signers(), reading.index())));
    }

    /** Beside the copy, not in it: what is gone from the node is erased, whatever else is still there. */
    void attested(Reading reading, ErasureAttested event) {
        ErasureStatement statement = event.statement();
        if (reading.hasLastWordOn(statement.dataset(), statement.site())) {
            timeline.state(
                    reading.handle(),
                    new StatementKey(
                            StatementKind.ERASURE_WORD,
                            statement.dataset().value(),
                            statement.site().value(),
                            reading.saidBy()),
                    Stretch.from(reading.since()),
                    reading.lastWord(new ErasureWord(statement, event.signers(), reading.index())));
        }
    }

    void discarded(Reading reading, TransferDiscarded event) {
        boolean copyThere = said(reading, event.dataset(), event.site())
                .filter(state -> state.status().isCopy())
                .isPresent();
        if (!copyThere) {
            timeline.end(
                    reading.handle(),
                    key(reading, event.dataset(), event.site()),
                    reading.since(),
                    reading.recordedAt());
        }
    }

    /** Changes how a copy of a version stands, if it stands as expected. */
    private void turn(
            Reading reading,
            DatasetId dataset,
            SiteId site,
            VersionRoot version,
            ReplicaStatus from,
            ReplicaStatus to) {
        said(reading, dataset, site)
                .filter(state -> state.status() == from && version.equals(state.versionRoot()))
                .ifPresent(state -> state(
                        reading, dataset, site, new Change(to, state.grant(), state.versionRoot(), state.encrypted())));
    }

    private record Change(
            ReplicaStatus status,
            @Nullable GrantSerial grant,
            @Nullable VersionRoot version,
            boolean encrypted) {}

    private void state(Reading reading, DatasetId dataset, SiteId site, Change change) {
        ReplicaState state = new ReplicaState(
                change.status(), country(reading, site), change.grant(), change.version(), change.encrypted());
        timeline.state(
                reading.handle(),
                key(reading, dataset, site),
                Stretch.from(reading.since()),
                reading.entry(state, reading.hasLastWordOn(dataset, site)));
    }

    /** What the same State has said of the copy until now, by the order of its journal. */
    private Optional<ReplicaState> said(Reading reading, DatasetId dataset, SiteId site) {
        return statements
                .one(reading.handle(), key(reading, dataset, site), ReplicaState.class, reading.recordedAt())
                .map(Stated::value);
    }

    /** A member's soil by the site's name; a place outside by what the same State has recorded of it. */
    private Country country(Reading reading, SiteId site) {
        return site.state()
                .map(Country::of)
                .or(() -> statements
                        .one(
                                reading.handle(),
                                new StatementKey(StatementKind.SITE, site.value(), reading.saidBy()),
                                Site.class,
                                reading.recordedAt())
                        .map(stated -> stated.value().state()))
                .orElse(Country.UNKNOWN);
    }

    private static StatementKey key(Reading reading, DatasetId dataset, SiteId site) {
        return new StatementKey(StatementKind.REPLICA, dataset.value(), site.value(), reading.saidBy());
    }
}
