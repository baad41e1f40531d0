package org.liptako.node.registry;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignCopy;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.journal.event.CampaignPlanned;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.journal.event.CourierDiskLost;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.EditionStep;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.MaintenanceCancelled;
import org.liptako.node.journal.event.PlacementDecided;
import org.liptako.node.journal.event.PlannedCopy;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RepatriationProved;
import org.liptako.node.journal.event.RepatriationStarted;
import org.liptako.node.journal.event.RepatriationWithdrawn;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.node.journal.event.RuleSetPublished;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.journal.serving.PayloadRights.Matter;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Which datasets a journal entry speaks of, and on whose soil.
 *
 * @param datasets empty where it speaks of none
 * @param soils the member States on whose soil the copy of which it speaks lies, or would lie
 */
record EntrySubject(Set<DatasetId> datasets, Set<State> soils, Matter matter) {
    private static final EntrySubject NONE = new EntrySubject(Set.of(), Set.of(), Matter.DATASET);

    static EntrySubject of(JournalEvent event) {
        return switch (event) {
            case DatasetRecorded recorded ->
                new EntrySubject(Set.of(recorded.dataset().id()), Set.of(), Matter.DESCRIPTION);
            case VersionPublished published -> dataset(published.dataset());
            case HoldRecorded hold -> dataset(hold.dataset());
            case RetentionRecorded retention -> dataset(retention.dataset());
            case DatasetKeyDestroyed destroyed -> dataset(destroyed.dataset());
            // It may discharge what the grant to a host asks for, and names the grant alone.
            case DutyDischarged discharged -> dataset(discharged.dataset());
            case AuthorisationRecorded authorisation ->
                copies(authorisation.dataset(), authorisation.destination().member().stream());
            case CopyRecorded copy -> copy(copy.dataset(), copy.site());
            case PlacementDecided decided ->
                copies(
                        decided.terms().dataset(),
                        Stream.concat(
                                decided.terms().targetState().member().stream(),
                                decided.terms().targetSite().state().stream()));
            case TransferStarted started -> copy(started.dataset(), started.site());
            case TransferDiscarded discarded -> copy(discarded.dataset(), discarded.site());
            case ReplicaGiven given -> copy(given.dataset(), given.site());
            case ReplicaSealed sealed -> copy(sealed.dataset(), sealed.site());
            case ReplicaDamaged damaged -> copy(damaged.dataset(), damaged.site());
            case ReplicaProved proved -> copy(proved.dataset(), proved.site());
            case ReplicaErased erased -> copy(erased.dataset(), erased.site());
            case ErasureAttested attested ->
                copy(attested.statement().dataset(), attested.statement().site());
            case CourierDiskExported disk -> copy(disk.dataset(), disk.source(), disk.site());
            case CourierDiskImported disk -> copy(disk.dataset(), disk.site());
            case CourierDiskLost disk -> copy(disk.dataset(), disk.source(), disk.site());
            case CopyJudged judged -> copy(judged.dataset(), judged.site());
            case GrantWithdrawn withdrawn -> copy(withdrawn.dataset(), withdrawn.site());
            case CopyChallenged challenged -> copy(challenged.dataset(), challenged.site());
            case HoldingFound found -> holding(found.finding());
            case HoldingCleared cleared -> holding(cleared.finding());
            case AlarmRaised alarm -> alarm(alarm.dataset());
            case CampaignOpened opened ->
                campaign(opened.copies().stream().map(CampaignCopy::dataset).toList());
            case CampaignPlanned planned ->
                campaign(planned.copies().stream().map(PlannedCopy::dataset).toList());
            case RepatriationStarted started -> copy(started.dataset(), started.site());
            case RepatriationProved proved -> copy(proved.dataset(), proved.site());
            case RepatriationWithdrawn withdrawn -> copy(withdrawn.dataset(), withdrawn.site());
            case ExternalErasureSigned signed -> copy(signed.dataset(), signed.site());
            case ExternalCopyErased erased -> copy(erased.dataset(), erased.site());
            case CampaignPaused paused -> NONE;
            case CampaignClosed closed -> NONE;
            case SiteRecorded site -> NONE;
            case RegisterDeclared register -> NONE;
            case IncidentDeclared incident -> NONE;
            case RuleSetInForce rules -> NONE;
            case RuleSetPublished rules -> NONE;
            case EditionStep step -> NONE;
            case CustodyDisputed disputed -> NONE;
            case CustodyRestored restored -> NONE;
            case SiteUnreachable site -> NONE;
            case SiteReached site -> NONE;
            case MaintenanceAnnounced maintenance -> NONE;
            case MaintenanceCancelled maintenance -> NONE;
            case AvailabilityMeasured measured -> NONE;
            case JournalLoss loss -> NONE;
            case JournalLossOrdered loss -> NONE;
        };
    }

    private static EntrySubject dataset(DatasetId dataset) {
        return new EntrySubject(Set.of(dataset), Set.of(), Matter.DATASET);
    }

    private static EntrySubject copy(DatasetId dataset, SiteId... sites) {
        return copies(dataset, Stream.of(sites).flatMap(site -> site.state().stream()));
    }

    private static EntrySubject copies(DatasetId dataset, Stream<State> soils) {
        return new EntrySubject(Set.of(dataset), soils.collect(Collectors.toSet()), Matter.COPIES);
    }

    /** What lies at a site of which no dataset is known says nothing of any. */
    private static EntrySubject holding(HoldingFinding finding) {
        return finding.dataset() == null ? NONE : copy(finding.dataset(), finding.site());
    }

    private static EntrySubject alarm(@Nullable DatasetId dataset) {
        return dataset == null ? NONE : copies(dataset, Stream.of());
    }

    private static EntrySubject campaign(List<DatasetId> datasets) {
        return new EntrySubject(Set.copyOf(datasets), Set.of(), Matter.COPIES);
    }
}
