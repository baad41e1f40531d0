package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * Something that binds, as it is written into a State's journal.
 *
 * <p>In JSON the key {@code type} comes first, then the components in the order of the record; what is null is left out. Types and keys are never renamed:
 * journals outlive programs.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SiteRecorded.class, name = "SITE_RECORDED"),
    @JsonSubTypes.Type(value = DatasetRecorded.class, name = "DATASET_RECORDED"),
    @JsonSubTypes.Type(value = CopyRecorded.class, name = "COPY_RECORDED"),
    @JsonSubTypes.Type(value = RegisterDeclared.class, name = "REGISTER_DECLARED"),
    @JsonSubTypes.Type(value = AuthorisationRecorded.class, name = "AUTHORISATION_RECORDED"),
    @JsonSubTypes.Type(value = HoldRecorded.class, name = "HOLD_RECORDED"),
    @JsonSubTypes.Type(value = IncidentDeclared.class, name = "INCIDENT_DECLARED"),
    @JsonSubTypes.Type(value = RetentionRecorded.class, name = "RETENTION_RECORDED"),
    @JsonSubTypes.Type(value = RuleSetInForce.class, name = "RULE_SET_IN_FORCE"),
    @JsonSubTypes.Type(value = RuleSetPublished.class, name = "RULE_SET_PUBLISHED"),
    @JsonSubTypes.Type(value = VersionPublished.class, name = "VERSION_PUBLISHED"),
    @JsonSubTypes.Type(value = PlacementOffered.class, name = "OFFER"),
    @JsonSubTypes.Type(value = PlacementGranted.class, name = "GRANT"),
    @JsonSubTypes.Type(value = PlacementAccepted.class, name = "ACCEPT"),
    @JsonSubTypes.Type(value = PlacementRefused.class, name = "REFUSAL"),
    @JsonSubTypes.Type(value = TransferStarted.class, name = "TRANSFER_STARTED"),
    @JsonSubTypes.Type(value = ReplicaGiven.class, name = "REPLICA_GIVEN"),
    @JsonSubTypes.Type(value = ReplicaSealed.class, name = "REPLICA_SEALED"),
    @JsonSubTypes.Type(value = ReplicaDamaged.class, name = "REPLICA_DAMAGED"),
    @JsonSubTypes.Type(value = ReplicaProved.class, name = "REPLICA_PROVED"),
    @JsonSubTypes.Type(value = ReplicaErased.class, name = "REPLICA_ERASED"),
    @JsonSubTypes.Type(value = ErasureAttested.class, name = "ERASURE_ATTESTED"),
    @JsonSubTypes.Type(value = TransferDiscarded.class, name = "TRANSFER_DISCARDED"),
    @JsonSubTypes.Type(value = CourierDiskExported.class, name = "COURIER_DISK_EXPORTED"),
    @JsonSubTypes.Type(value = CourierDiskImported.class, name = "COURIER_DISK_IMPORTED"),
    @JsonSubTypes.Type(value = CourierDiskLost.class, name = "COURIER_DISK_LOST"),
    @JsonSubTypes.Type(value = DatasetKeyDestroyed.class, name = "DATASET_KEY_DESTROYED"),
    @JsonSubTypes.Type(value = CustodyDisputed.class, name = "CUSTODY_DISPUTED"),
    @JsonSubTypes.Type(value = CustodyRestored.class, name = "CUSTODY_RESTORED"),
    @JsonSubTypes.Type(value = DutyDischarged.class, name = "DUTY_DISCHARGED"),
    @JsonSubTypes.Type(value = CopyJudged.class, name = "COPY_JUDGED"),
    @JsonSubTypes.Type(value = HoldingFound.class, name = "HOLDING_FOUND"),
    @JsonSubTypes.Type(value = HoldingCleared.class, name = "HOLDING_CLEARED"),
    @JsonSubTypes.Type(value = CopyChallenged.class, name = "COPY_CHALLENGED"),
    @JsonSubTypes.Type(value = SiteUnreachable.class, name = "SITE_UNREACHABLE"),
    @JsonSubTypes.Type(value = SiteReached.class, name = "SITE_REACHED"),
    @JsonSubTypes.Type(value = MaintenanceAnnounced.class, name = "MAINTENANCE_ANNOUNCED"),
    @JsonSubTypes.Type(value = MaintenanceCancelled.class, name = "MAINTENANCE_CANCELLED"),
    @JsonSubTypes.Type(value = AvailabilityMeasured.class, name = "AVAILABILITY_MEASURED"),
    @JsonSubTypes.Type(value = GrantWithdrawn.class, name = "GRANT_WITHDRAWN"),
    @JsonSubTypes.Type(value = CampaignOpened.class, name = "CAMPAIGN_OPENED"),
    @JsonSubTypes.Type(value = CampaignPlanned.class, name = "CAMPAIGN_PLANNED"),
    @JsonSubTypes.Type(value = CampaignPaused.class, name = "CAMPAIGN_PAUSED"),
    @JsonSubTypes.Type(value = RepatriationStarted.class, name = "REPATRIATION_STARTED"),
    @JsonSubTypes.Type(value = RepatriationProved.class, name = "REPATRIATION_PROVED"),
    @JsonSubTypes.Type(value = ExternalErasureSigned.class, name = "EXTERNAL_ERASURE_SIGNED"),
    @JsonSubTypes.Type(value = ExternalCopyErased.class, name = "EXTERNAL_COPY_ERASED"),
    @JsonSubTypes.Type(value = CampaignClosed.class, name = "CAMPAIGN_CLOSED"),
    @JsonSubTypes.Type(value = JournalLoss.class, name = "JOURNAL_LOSS"),
    @JsonSubTypes.Type(value = AlarmRaised.class, name = "ALARM_RAISED")
})
public sealed interface JournalEvent
        permits AlarmRaised,
                AuthorisationRecorded,
                AvailabilityMeasured,
                CampaignStep,
                CopyChallenged,
                CopyJudged,
                CopyRecorded,
                CourierDiskExported,
                CourierDiskImported,
                CourierDiskLost,
                DatasetKeyDestroyed,
                CustodyDisputed,
                CustodyRestored,
                DatasetRecorded,
                DutyDischarged,
                ErasureAttested,
                GrantWithdrawn,
                HoldRecorded,
                HoldingCleared,
                HoldingFound,
                IncidentDeclared,
                JournalLoss,
                MaintenanceAnnounced,
                MaintenanceCancelled,
                PlacementDecided,
                RegisterDeclared,
                ReplicaDamaged,
                ReplicaErased,
                ReplicaGiven,
                ReplicaProved,
                ReplicaSealed,
                RetentionRecorded,
                RuleSetInForce,
                RuleSetPublished,
                SiteReached,
                SiteRecorded,
                SiteUnreachable,
                TransferDiscarded,
                TransferStarted,
                VersionPublished {
    /** When it happened, by the clock of the node that says so. */
    Instant at();
}
