package org.liptako.node.placement.watch;

import java.util.Optional;
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
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.EditionStep;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.HoldingKind;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.event.JournalLossOrdered;
import org.liptako.node.journal.event.JudgingCause;
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
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What an entry of a journal touches: the facts that its State has the say on (policy, section 1). Rules are watched where they are in force. */
final class EventMatters {
    private EventMatters() {}

    static Optional<Matter> of(State saidBy, JournalEvent event) {
        return switch (event) {
            case DatasetRecorded said -> ofHome(saidBy, said.dataset().id(), JudgingCause.DATASET);
            case HoldRecorded said -> ofHome(saidBy, said.dataset(), JudgingCause.HOLD);
            case RetentionRecorded said -> ofHome(saidBy, said.dataset(), JudgingCause.RETENTION);
            case AuthorisationRecorded said -> Optional.of(Matter.of(said.dataset(), JudgingCause.AUTHORISATION));
            case IncidentDeclared said -> Optional.of(Matter.ofHome(saidBy, JudgingCause.INCIDENT));
            case RegisterDeclared said -> Optional.of(declared(saidBy, said));
            case SiteRecorded said -> site(saidBy, said.site().id());
            case CopyRecorded said -> copy(saidBy, said.dataset(), said.site());
            case ReplicaSealed said -> copy(saidBy, said.dataset(), said.site());
            case ReplicaErased said -> copy(saidBy, said.dataset(), said.site());
            case ExternalCopyErased said -> copy(saidBy, said.dataset(), said.site());
            // The terms that a copy came under are facts of it, and may be read after its sealing.
            case PlacementGranted said ->
                said.terms()
                        .dataset()
                        .home()
                        .filter(saidBy::equals)
                        .map(home ->
                                Matter.of(said.terms().dataset(), said.terms().targetSite()));
            case PlacementOffered said -> Optional.empty();
            case PlacementAccepted said -> Optional.empty();
            case PlacementRefused said -> Optional.empty();
            case VersionPublished said -> Optional.empty();
            case TransferStarted said -> Optional.empty();
            case TransferDiscarded said -> Optional.empty();
            case ErasureAttested said -> Optional.empty();
            case ReplicaGiven said -> Optional.empty();
            case ReplicaDamaged said -> Optional.empty();
            case ReplicaProved said -> Optional.empty();
            case CourierDiskExported said -> Optional.empty();
            case CourierDiskImported said -> Optional.empty();
            case CourierDiskLost said -> Optional.empty();
            case RuleSetInForce said -> Optional.empty();
            case RuleSetPublished said -> Optional.empty();
            case EditionStep said -> Optional.empty();
            case DatasetKeyDestroyed said -> Optional.empty();
            case CustodyDisputed said -> Optional.empty();
            case CustodyRestored said -> Optional.empty();
            case CopyJudged said -> deadline(saidBy, said);
            case GrantWithdrawn said -> Optional.empty();
            case CopyChallenged said -> Optional.empty();
            case SiteUnreachable said -> Optional.empty();
            case SiteReached said -> Optional.empty();
            case HoldingFound said -> Optional.empty();
            case HoldingCleared said -> back(saidBy, said.finding());
            case CampaignStep said -> Optional.empty();
            case DutyDischarged said -> Optional.empty();
            case AlarmRaised said -> Optional.empty();
            case JournalLoss said -> Optional.empty();
            case JournalLossOrdered said -> Optional.empty();
            case MaintenanceAnnounced said -> Optional.empty();
            case MaintenanceCancelled said -> Optional.empty();
            case AvailabilityMeasured said -> Optional.empty();
        };
    }

    /**
     * The day that home sets for a copy abroad is a fact on which the host judges it as well. A permission that time alone has brought touches nobody: rules
     * that permit what is overdue would have the copy judged for ever.
     */
    private static Optional<Matter> deadline(State saidBy, CopyJudged said) {
        boolean mayMatter =
                said.moveBy() != null || (said.cause() != JudgingCause.TIME && said.cause() != JudgingCause.COPY);
        if (!mayMatter) {
            return Optional.empty();
        }
        return said.site()
                .state()
                .filter(host -> host != saidBy)
                .flatMap(host -> said.dataset().home())
                .filter(saidBy::equals)
                .map(home -> Matter.of(said.dataset(), said.site()));
    }

    /** A copy that was missing is judged once it is there again: what has changed meanwhile touched nothing. */
    private static Optional<Matter> back(State saidBy, HoldingFinding finding) {
        DatasetId dataset = finding.dataset();
        return finding.cause().kind() != HoldingKind.MISSING || dataset == null
                ? Optional.empty()
                : copy(saidBy, dataset, finding.site());
    }

    private static Optional<Matter> ofHome(State saidBy, DatasetId dataset, JudgingCause cause) {
        return dataset.home().filter(saidBy::equals).map(home -> Matter.of(dataset, cause));
    }

    /** A register that begins to be kept turns what was unknown into a no; that of authorisations does so for everyone's datasets. */
    private static Matter declared(State saidBy, RegisterDeclared said) {
        return switch (said.register()) {
            case AUTHORISATIONS -> Matter.ofAll(JudgingCause.REGISTER);
            case HOLDS, INCIDENTS -> Matter.ofHome(saidBy, JudgingCause.REGISTER);
        };
    }

    private static Optional<Matter> site(State saidBy, SiteId site) {
        return site.state()
                .or(() -> Optional.of(saidBy))
                .filter(saidBy::equals)
                .map(teller -> Matter.at(site, JudgingCause.SITE));
    }

    private static Optional<Matter> copy(State saidBy, DatasetId dataset, SiteId site) {
        return site.state()
                .or(dataset::home)
                .filter(saidBy::equals)
                .filter(teller -> dataset.home().isPresent())
                .map(teller -> Matter.of(dataset, site));
    }
}
