package org.liptako.node.registry;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.AvailabilityMeasured;
import org.liptako.node.journal.event.CampaignStep;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.journal.event.CourierDiskLost;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.EditionStep;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.MaintenanceCancelled;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.RegisterDeclared;
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
import org.liptako.pki.name.State;

/**
 * Reads the journals into the registry.
 *
 * <p>What a State says depends on its own journal alone, never on another's: so the order in which journals arrive changes nothing, and a rebuilt registry
 * equals the live one.
 */
@Singleton
public final class RegistryProjection implements JournalProjection {
    private final Timeline timeline = new Timeline();
    private final CatalogueEntries catalogue = new CatalogueEntries(timeline);
    private final RegisterEntries registers = new RegisterEntries(timeline);
    private final CustodyEntries custody = new CustodyEntries(timeline);
    private final ReplicaEntries replicas = new ReplicaEntries(timeline);
    private final FindingEntries findings = new FindingEntries(timeline);
    private final HoldingEntries holdings = new HoldingEntries(timeline);
    private final ChallengeEntries challenges = new ChallengeEntries(timeline);

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        Reading reading = new Reading(handle, saidBy, index, event.at(), recordedAt);
        switch (event) {
            case SiteRecorded site -> catalogue.site(reading, site);
            case DatasetRecorded dataset -> catalogue.dataset(reading, dataset);
            case VersionPublished version -> catalogue.version(reading, version);
            case RuleSetInForce rules -> catalogue.rules(reading, rules);
            case AlarmRaised alarm -> catalogue.alarm(reading, alarm);
            case DatasetKeyDestroyed destroyed -> catalogue.keyDestroyed(reading, destroyed);
            case CustodyDisputed disputed -> custody.disputed(reading, disputed);
            case CustodyRestored restored -> custody.restored(reading, restored);
            case RegisterDeclared declared -> registers.declared(reading, declared);
            case AuthorisationRecorded authorisation -> registers.authorisation(reading, authorisation);
            case HoldRecorded hold -> registers.hold(reading, hold);
            case IncidentDeclared incident -> registers.incident(reading, incident);
            case RetentionRecorded retention -> registers.retention(reading, retention);
            case CopyRecorded copy -> replicas.recorded(reading, copy);
            case PlacementGranted grant -> {
                catalogue.grant(reading, grant);
                replicas.granted(reading, grant.terms(), grant.serial(), grant.versionRoot());
            }
            case PlacementAccepted accepted ->
                replicas.granted(reading, accepted.terms(), accepted.serial(), accepted.versionRoot());
            case TransferStarted started -> replicas.started(reading, started);
            case ReplicaGiven given -> replicas.given(reading, given);
            case ReplicaSealed sealed -> replicas.sealed(reading, sealed);
            case ReplicaDamaged damaged -> replicas.damaged(reading, damaged);
            case ReplicaProved proved -> replicas.proved(reading, proved);
            case ReplicaErased erased -> replicas.erased(reading, erased);
            case ErasureAttested attested -> replicas.attested(reading, attested);
            case ExternalCopyErased erased -> replicas.erasedAbroad(reading, erased);
            case CopyJudged judged -> findings.judged(reading, judged);
            case CopyChallenged challenged -> {
                challenges.challenged(reading, challenged);
                replicas.challenged(reading, challenged);
            }
            case SiteUnreachable silent -> challenges.unreachable(reading, silent);
            case SiteReached heard -> challenges.reached(reading, heard);
            case HoldingFound found -> {
                holdings.found(reading, found);
                replicas.missed(reading, found.finding());
            }
            case HoldingCleared cleared -> {
                holdings.cleared(reading, cleared.finding());
                replicas.back(reading, cleared.finding());
            }
            case TransferDiscarded discarded -> replicas.discarded(reading, discarded);
            case CourierDiskExported exported -> {
                // What travels by road is nowhere yet; the exchange room keeps disks.
            }
            case CourierDiskImported imported -> {
                // The copy that it fills is said to be sealed when it is.
            }
            case CourierDiskLost lost -> {
                // A lost disk is no copy: nobody can read it.
            }
            case JournalLoss loss -> {
                // It says of the journal itself what is missing; what was known of copies by it is not known.
            }
            case JournalLossOrdered loss -> {
                // As above; the restore room keeps what was given up.
            }
            case MaintenanceAnnounced announced -> {
                // That a site does not serve for a while says nothing of its copies; the operations room keeps it.
            }
            case MaintenanceCancelled cancelled -> {
                // As above.
            }
            case AvailabilityMeasured measured -> {
                // As above.
            }
            case RuleSetPublished edition -> {
                // The rulebook room keeps editions, and says when one is in force.
            }
            case EditionStep step -> {
                // As above.
            }
            case CampaignStep step -> {
                // The campaign room keeps campaigns; a copy that comes home under one is said to be sealed when it is.
            }
            case DutyDischarged discharged -> {
                // The placement room keeps duties.
            }
            case GrantWithdrawn withdrawn -> {
                // What has come stays where it is; the placement room keeps withdrawals, and the exchange heeds them.
            }
            case PlacementOffered offer -> {
                // Nothing is anywhere yet; the placement room keeps offers.
            }
            case PlacementRefused refused -> {
                // Nothing is anywhere; the placement room keeps refusals.
            }
        }
    }

    @Override
    public void clear(Handle handle) {
        timeline.clear(handle);
    }
}
