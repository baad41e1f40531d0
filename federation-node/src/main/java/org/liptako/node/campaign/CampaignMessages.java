package org.liptako.node.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.PlanCampaignRequest;
import org.liptako.campaign.v1.RunCampaignRequest;
import org.liptako.campaign.v1.SignErasureEvidenceRequest;
import org.liptako.campaign.v1.Unplanned;
import org.liptako.campaign.v1.WithdrawCopyRequest;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;

/** Campaigns as messages, and what is asked of them. */
final class CampaignMessages {
    private static final Sentence INSTANTS =
            new Sentence("un instant, comme 2027-03-01T00:00:00Z", "an instant, such as 2027-03-01T00:00:00Z");
    private static final Sentence DATASETS = new Sentence("un jeu, comme ML-DS-004", "a dataset, such as ML-DS-004");
    private static final Sentence SITES = new Sentence("un site, comme XX-EU-1", "a site, such as XX-EU-1");

    private CampaignMessages() {}

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static OpenDesk.Opening opening(OpenCampaignRequest request) {
        return new OpenDesk.Opening(
                new CampaignId(request.getCampaign()),
                request.getTitle(),
                request.getCopiesList().stream().map(CampaignMessages::named).toList(),
                site("site", request.getSite()),
                said(request.getOwner()),
                instant("deadline", request.getDeadline()));
    }

    private static OpenDesk.Named named(CopyAbroad copy) {
        return new OpenDesk.Named(
                dataset("copies.dataset", copy.getDataset()),
                site("copies.site", copy.getSite()),
                said(copy.getOwner()),
                instant("copies.deadline", copy.getDeadline()));
    }

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static PlanDesk.Wish wish(PlanCampaignRequest request) {
        long rate = request.getBytesPerSecond();
        return new PlanDesk.Wish(
                new CampaignId(request.getCampaign()),
                request.getDatasetsList().stream()
                        .map(dataset -> dataset("datasets", dataset))
                        .collect(Collectors.toSet()),
                site("home", request.getHome()),
                means(request.getMeans()).orElse(CarryingMeans.WIRE),
                rate == 0 ? OptionalLong.empty() : OptionalLong.of(rate));
    }

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static RunDesk.Word word(RunCampaignRequest request) {
        return new RunDesk.Word(
                new CampaignId(request.getCampaign()),
                dataset("dataset", request.getDataset()),
                site("site", request.getSite()),
                request.getOrigin(),
                request.getListing(),
                means(request.getMeans()));
    }

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static WithdrawDesk.Word word(WithdrawCopyRequest request) {
        return new WithdrawDesk.Word(
                new CampaignId(request.getCampaign()),
                dataset("dataset", request.getDataset()),
                site("site", request.getSite()),
                request.getReason());
    }

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static EvidenceDesk.Word word(SignErasureEvidenceRequest request) {
        return new EvidenceDesk.Word(
                new CampaignKey(
                        new CampaignId(request.getCampaign()),
                        dataset("dataset", request.getDataset()),
                        site("site", request.getSite()).orElseThrow()),
                Digest.ofHex(request.getDocument()),
                request.getTitle(),
                request.getSignature().toByteArray());
    }

    private static Optional<CarryingMeans> means(org.liptako.campaign.v1.CarryingMeans means) {
        return switch (means) {
            case CARRYING_MEANS_WIRE -> Optional.of(CarryingMeans.WIRE);
            case CARRYING_MEANS_DISK -> Optional.of(CarryingMeans.DISK);
            case CARRYING_MEANS_UNSPECIFIED -> Optional.empty();
            case UNRECOGNIZED -> throw invalid("means", new Sentence("un moyen connu", "a means that is known"), null);
        };
    }

    static org.liptako.campaign.v1.Campaign summary(CampaignView view) {
        Campaign campaign = view.campaign();
        var message = org.liptako.campaign.v1.Campaign.newBuilder()
                .setId(campaign.id().value())
                .setTitle(campaign.title())
                .setState(campaign.saidBy().name())
                .setOpenedAt(campaign.openedAt().toString())
                .setOpenedBy(campaign.openedBy())
                .setPaused(campaign.paused())
                .setClosedAt(campaign.closedAt().map(Instant::toString).orElse(""))
                .addAllOwners(
                        view.owners().stream().map(CampaignMessages::balance).toList())
                .setTotal(balance(view.total()))
                .setBytesPerSecond(view.rate().bytesPerSecond())
                .setMeasured(view.rate().measured());
        campaign.hold().map(CampaignMessages::act).ifPresent(message::setHold);
        return message.build();
    }

    static org.liptako.campaign.v1.Campaign whole(CampaignView view) {
        return summary(view).toBuilder()
                .addAllCopies(view.copies().stream().map(CampaignMessages::copy).toList())
                .build();
    }

    static org.liptako.campaign.v1.CampaignCopy copy(CopyView view) {
        RepatriatedCopy copy = view.copy();
        var message = org.liptako.campaign.v1.CampaignCopy.newBuilder()
                .setDataset(copy.dataset().value())
                .setSite(copy.site().value())
                .setOwner(copy.owner())
                .setStage(stage(copy.stage()))
                .setBytes(copy.bytes())
                .setDeadline(view.due().map(due -> due.day().toString()).orElse(""))
                .setOverdue(view.overdue())
                .setExpectedEnd(view.expectedEnd().map(Instant::toString).orElse(""))
                .setSealedAt(copy.sealedAt().map(Instant::toString).orElse(""))
                .setErasedAt(copy.erasedAt().map(Instant::toString).orElse(""));
        view.name().map(SentenceMessages::toMessage).ifPresent(message::setName);
        view.waiting().map(SentenceMessages::toMessage).ifPresent(message::setWaiting);
        view.due()
                .ifPresent(
                        due -> due.rules().stream().map(CampaignMessages::law).forEach(message::addLaw));
        copy.plan()
                .ifPresent(plan -> message.setHome(plan.home().value())
                        .setPlace(plan.place())
                        .setMeans(means(plan.means())));
        copy.arrival()
                .ifPresent(arrival -> message.setOrigin(arrival.origin())
                        .setListed(arrival.listed().hex())
                        .setStartedAt(arrival.since().toString()));
        copy.proved()
                .ifPresent(proved -> message.setVersionRoot(proved.version().value())
                        .setFiles(proved.files())
                        .setGrant(proved.grant().value()));
        copy.withdrawal().map(CampaignMessages::act).ifPresent(message::setWithdrawal);
        view.signatures().forEach(signature -> message.addSignatures(signature(signature)));
        return message.build();
    }

    private static org.liptako.campaign.v1.Act act(Act act) {
        return org.liptako.campaign.v1.Act.newBuilder()
                .setBy(act.by())
                .setAt(act.at().toString())
                .setReason(act.reason().orElse(""))
                .build();
    }

    private static org.liptako.campaign.v1.ErasureSignature signature(ErasureSignature signature) {
        return org.liptako.campaign.v1.ErasureSignature.newBuilder()
                .setBy(signature.by().party())
                .setAt(signature.at().toString())
                .setDocument(signature.document().hex())
                .setTitle(signature.title())
                .setJournalIndex(signature.journalIndex())
                .build();
    }

    static org.liptako.campaign.v1.Balance balance(Balance balance) {
        return org.liptako.campaign.v1.Balance.newBuilder()
                .setOwner(balance.owner())
                .setCopies(balance.copies())
                .setDone(balance.done())
                .setHome(balance.home())
                .setBytes(balance.bytes())
                .setBytesLeft(balance.bytesLeft())
                .setOverdue(balance.overdue())
                .addAllOverdueUnder(balance.overdueUnder().stream()
                        .map(CampaignMessages::law)
                        .toList())
                .setExpectedEnd(balance.expectedEnd().map(Instant::toString).orElse(""))
                .setWithdrawn(balance.withdrawn())
                .build();
    }

    static Unplanned unplanned(PlanDesk.Unplanned copy) {
        return Unplanned.newBuilder()
                .setDataset(copy.copy().dataset().value())
                .setSite(copy.copy().site().value())
                .setReason(SentenceMessages.toMessage(copy.reason()))
                .build();
    }

    private static org.liptako.placement.v1.CitedRule law(CitedRule rule) {
        return org.liptako.placement.v1.CitedRule.newBuilder()
                .setId(rule.id())
                .setTitle(SentenceMessages.toMessage(rule.title()))
                .addAllLegalBasis(rule.legalBasis())
                .build();
    }

    private static org.liptako.campaign.v1.RepatriationStage stage(RepatriationStage stage) {
        return org.liptako.campaign.v1.RepatriationStage.valueOf("REPATRIATION_STAGE_" + stage);
    }

    private static org.liptako.campaign.v1.CarryingMeans means(CarryingMeans means) {
        return org.liptako.campaign.v1.CarryingMeans.valueOf("CARRYING_MEANS_" + means);
    }

    private static DatasetId dataset(String field, String value) {
        return said(field, value, DatasetId::new, DATASETS).orElseThrow(() -> invalid(field, DATASETS, null));
    }

    private static Optional<SiteId> site(String field, String value) {
        return said(field, value, SiteId::new, SITES);
    }

    private static Optional<Instant> instant(String field, String value) {
        return said(field, value, text -> OffsetDateTime.parse(text).toInstant(), INSTANTS);
    }

    /** Why a campaign is held: whoever has it go on must know. */
    static String why(String reason) {
        if (Printable.isBlank(reason)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Qui suspend une campagne dit pourquoi : le champ reason est vide ; écrivez-le.",
                    "Who holds a campaign says why: field reason is empty; write it.");
        }
        return reason;
    }

    /** What was said, if anything. */
    static Optional<String> said(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static <T> Optional<T> said(String field, String value, Function<String, T> type, Sentence wanted) {
        try {
            return said(value).map(type);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw invalid(field, wanted, e);
        }
    }

    private static Failure invalid(String field, Sentence wanted, @Nullable Exception cause) {
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "Le champ " + field + " n'a pas de sens ici ; attendu : " + wanted.fr() + ".",
                        "The field " + field + " has no meaning here; expected: " + wanted.en() + "."),
                cause);
    }
}
