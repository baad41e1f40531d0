package org.liptako.node.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignOpened;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.EditionRemovalAsked;
import org.liptako.node.journal.event.EditionRemoved;
import org.liptako.node.journal.event.EditionSigned;
import org.liptako.node.journal.event.EditionStep;
import org.liptako.node.journal.event.EditionSubmitted;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalLoss;
import org.liptako.node.journal.event.MaintenanceAnnounced;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RepatriationProved;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RuleSetPublished;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What a journal's entry has changed that people want to hear of.
 *
 * @param by the State whose journal it is
 * @param key its words, as {@code change.} and this in the bundles
 * @param parts what fills the places in them
 * @param own what the entry itself says, in both languages; it stands in place of the words
 */
record Change(
        Instant at,
        State by,
        long index,
        String key,
        List<Object> parts,
        @Nullable Sentence own,
        @Nullable DatasetId dataset,
        @Nullable SiteId site) {

    /** What an entry has changed; empty for steps on the way, and for what repeats itself while all is well. */
    static Optional<Change> of(State by, long index, JournalEvent event) {
        Said said = new Said(by, index, event.at());
        return Optional.ofNullable(
                switch (event) {
                    case ReplicaSealed sealed -> said.of("sealed", sealed.dataset(), sealed.site());
                    case ReplicaErased erased -> said.of("erased", erased.dataset(), erased.site());
                    case ReplicaDamaged damaged -> said.of("damaged", damaged.dataset(), damaged.site());
                    case CopyJudged judged -> said.of("judged", judged.dataset(), judged.site());
                    case CopyChallenged challenged ->
                        challenged.outcome() == ChallengeOutcome.PROVED
                                ? null
                                : said.of("unproven", challenged.dataset(), challenged.site());
                    case HoldingFound found ->
                        said.of(
                                "found",
                                found.finding().dataset(),
                                found.finding().site());
                    case PlacementGranted granted -> said.of("granted", granted.terms());
                    case PlacementRefused refused -> said.of("refused", refused.terms());
                    case GrantWithdrawn withdrawn -> said.of("withdrawn", withdrawn.dataset(), withdrawn.site());
                    case VersionPublished published -> said.of("published", published.dataset(), published.site());
                    case DatasetRecorded recorded ->
                        said.of("dataset", recorded.dataset().id(), null);
                    case SiteRecorded recorded ->
                        said.of("site", null, recorded.site().id());
                    case HoldRecorded hold -> said.of(hold.held() ? "held" : "released", hold.dataset(), null);
                    case SiteUnreachable silent -> said.of("silent", null, silent.site());
                    case SiteReached heard -> said.of("heard", null, heard.site());
                    case MaintenanceAnnounced announced -> said.of("maintenance", null, announced.site());
                    case RepatriationProved proved -> said.of("home", proved.dataset(), proved.home());
                    case ExternalCopyErased erased -> said.of("abroad", erased.dataset(), erased.site());
                    case CampaignOpened opened ->
                        said.of("campaign", List.of(opened.campaign().value()));
                    case CampaignClosed closed ->
                        said.of("campaign.closed", List.of(closed.campaign().value()));
                    case RuleSetPublished rules ->
                        said.of("rules", List.of(rules.jurisdiction(), Long.toString(rules.version())));
                    case EditionStep step -> said.edition(step);
                    case IncidentDeclared incident -> said.of(incident.declared() ? "incident" : "calm", List.of());
                    case JournalLoss loss ->
                        said.of("loss", List.of(Long.toString(loss.first()), Long.toString(loss.end() - 1)));
                    case CustodyDisputed disputed -> said.own(disputed.words());
                    case CustodyRestored restored -> said.own(restored.words());
                    case AlarmRaised alarm -> said.alarm(alarm.code());
                    default -> null;
                });
    }

    /** Somebody's name, as journals keep it. */
    record Named(String name) {}

    /** Who says something, where and when. */
    private record Said(State by, long index, Instant at) {
        Change of(String key, @Nullable DatasetId dataset, @Nullable SiteId site) {
            return new Change(at, by, index, key, List.of(), null, dataset, site);
        }

        Change of(String key, PlacementTerms terms) {
            return of(key, terms.dataset(), terms.targetSite());
        }

        Change of(String key, List<Object> parts) {
            return new Change(at, by, index, key, parts, null, null, null);
        }

        /** Names are put into words where the row is: who brought a signature for somebody else is told beside them. */
        Change edition(EditionStep step) {
            List<Object> parts = List.of(step.jurisdiction(), Long.toString(step.version()), new Named(step.by()));
            return switch (step) {
                case EditionSubmitted submitted -> of("edition.submitted", parts);
                case EditionSigned signed ->
                    of("edition.signed", List.of(parts.get(0), parts.get(1), new Named(signed.signer())));
                case EditionRemovalAsked asked -> of("edition.asked", parts);
                case EditionRemoved removed -> {
                    String askedBy = removed.askedBy();
                    yield askedBy == null
                            ? of("edition.removed", parts)
                            : of(
                                    "edition.removed.two",
                                    List.of(parts.get(0), parts.get(1), parts.get(2), new Named(askedBy)));
                }
            };
        }

        /** Not in the alarm's own words: they may name data that a reader is not shown. */
        Change alarm(String code) {
            return EnumNames.of(ErrorCode.class, code)
                    .map(known -> own(known.meaning()))
                    .orElseGet(() -> of("alarm", List.of(code)));
        }

        Change own(Sentence words) {
            return new Change(at, by, index, "", List.of(), words, null, null);
        }
    }
}
