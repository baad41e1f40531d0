package org.liptako.node.placement.impact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.placement.v1.ImpactArticle;
import org.liptako.placement.v1.ImpactDimension;
import org.liptako.placement.v1.ImpactGround;
import org.liptako.placement.v1.ImpactTally;
import org.liptako.placement.v1.ImpactTotals;
import org.liptako.placement.v1.RateOrigin;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;

/** Weighings as the protocol writes them. */
final class ImpactMessages {
    private ImpactMessages() {}

    /** @param proposed the proposed rules, laid over those in force from that instant on */
    static ImpactQuestion question(WeighingTerms terms, Instant now, Function<Instant, RuleSet> proposed) {
        Instant asked = terms.getFrom().isEmpty() ? now : instant("from", terms.getFrom());
        Instant from = asked.isBefore(now) ? now.truncatedTo(ChronoUnit.SECONDS) : asked;
        Instant until =
                terms.getUntil().isEmpty() ? from.plus(ImpactQuestion.USUAL) : instant("until", terms.getUntil());
        Optional<TransferRate> rate = terms.getBytesPerSecond() == 0
                ? Optional.empty()
                : Optional.of(new TransferRate(terms.getBytesPerSecond(), 0));
        return new ImpactQuestion(proposed.apply(from), from, until, rate);
    }

    static Set<Jurisdiction> jurisdictions(WeighingTerms terms) {
        Set<Jurisdiction> wanted = EnumSet.noneOf(Jurisdiction.class);
        for (String code : terms.getJurisdictionsList()) {
            wanted.add(Jurisdiction.of(code)
                    .orElseThrow(() -> Failure.of(
                            ErrorCode.INVALID_REQUEST,
                            "jurisdictions : attendu ML, BF, NE ou AES.",
                            "jurisdictions: expected ML, BF, NE or AES.")));
        }
        return wanted;
    }

    private static Instant instant(String field, String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException malformed) {
            throw new Failure(
                    ErrorCode.INVALID_REQUEST,
                    new Sentence(
                            field + " : attendu un instant tel que 2027-01-01T00:00:00Z.",
                            field + ": expected an instant such as 2027-01-01T00:00:00Z."),
                    malformed);
        }
    }

    /** The lines of an answer, made as they are sent. */
    static Iterator<WeighRulesResponse> lines(ImpactReport report) {
        Tallies tallies = report.counts().tallies();
        return Stream.of(
                        report.copies().stream().map(ImpactMessages::copy),
                        report.requests().stream().map(ImpactMessages::request),
                        tallies(ImpactDimension.IMPACT_DIMENSION_STATE, tallies.byState()),
                        tallies(ImpactDimension.IMPACT_DIMENSION_OWNER, tallies.byOwner()),
                        tallies(ImpactDimension.IMPACT_DIMENSION_ARTICLE, tallies.byArticle()),
                        Stream.of(WeighRulesResponse.newBuilder()
                                .setTotals(totals(report))
                                .build()))
                .flatMap(lines -> lines)
                .iterator();
    }

    private static WeighRulesResponse copy(AffectedCopy affected) {
        var message = org.liptako.placement.v1.AffectedCopy.newBuilder()
                .setKind(kind(affected.change().kind()))
                .setDataset(affected.dataset().id().value())
                .setName(SentenceMessages.toMessage(affected.dataset().name()))
                .setSite(affected.statement().site().value())
                .setHome(affected.dataset().home().name())
                .setCountry(affected.country().code())
                .setOwner(affected.dataset().owner())
                .setStatus(affected.statement().state().status().name())
                .setOperation(affected.operation())
                .setFrom(affected.from().toString())
                .setUntil(affected.until().map(Instant::toString).orElse(""))
                .setOldVerdict(affected.change().was().name())
                .setNewVerdict(affected.change().will().name())
                .addAllGrounds(grounds(affected.change().grounds()))
                .addAllMissing(affected.change().missing());
        Optional.ofNullable(affected.statement().state().grant()).ifPresent(grant -> message.setGrant(grant.value()));
        Optional.ofNullable(affected.dataset().sizeGb()).ifPresent(message::setSizeGb);
        return WeighRulesResponse.newBuilder().setCopy(message).build();
    }

    private static WeighRulesResponse request(AffectedRequest affected) {
        return WeighRulesResponse.newBuilder()
                .setRequest(org.liptako.placement.v1.AffectedRequest.newBuilder()
                        .setRequestId(affected.request().request().value())
                        .setDataset(affected.request().terms().dataset().value())
                        .setOperation(affected.request().terms().operation())
                        .setSite(affected.request().terms().targetSite().value())
                        .setState(affected.request().state().name())
                        .setOldVerdict(affected.was().name())
                        .setNewVerdict(affected.will().name())
                        .addAllGrounds(grounds(affected.grounds())))
                .build();
    }

    private static org.liptako.placement.v1.ImpactKind kind(ImpactKind kind) {
        return switch (kind) {
            case UNLAWFUL -> org.liptako.placement.v1.ImpactKind.IMPACT_KIND_UNLAWFUL;
            case UNDECIDED -> org.liptako.placement.v1.ImpactKind.IMPACT_KIND_UNDECIDED;
            case LAWFUL -> org.liptako.placement.v1.ImpactKind.IMPACT_KIND_LAWFUL;
        };
    }

    private static List<ImpactGround> grounds(List<Ground> grounds) {
        return grounds.stream().map(ImpactMessages::ground).toList();
    }

    private static ImpactGround ground(Ground ground) {
        Rule rule = ground.rule();
        return ImpactGround.newBuilder()
                .setJurisdiction(rule.jurisdiction().name())
                .setRole(ground.role().name())
                .setReason(ground.reason().name())
                .setRule(rule.id())
                .setTitle(SentenceMessages.toMessage(
                        new Sentence(rule.title().fr(), rule.title().en())))
                .addAllArticles(rule.legalBases().stream()
                        .map(basis -> ImpactArticle.newBuilder()
                                .setInstrument(basis.instrument())
                                .setArticle(basis.article())
                                .build())
                        .toList())
                .build();
    }

    private static Stream<WeighRulesResponse> tallies(ImpactDimension dimension, NavigableMap<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(entry -> WeighRulesResponse.newBuilder()
                        .setTally(tally(dimension, entry.getKey(), entry.getValue()))
                        .build());
    }

    private static ImpactTally tally(ImpactDimension dimension, String key, Tally tally) {
        return ImpactTally.newBuilder()
                .setDimension(dimension)
                .setKey(key)
                .setUnlawful(tally.unlawful())
                .setUndecided(tally.undecided())
                .setLawful(tally.lawful())
                .setToMoveGb(tally.toMoveGb())
                .setSizesUnknown(tally.sizesUnknown())
                .build();
    }

    private static ImpactTotals totals(ImpactReport report) {
        ImpactReport.Counts counts = report.counts();
        ImpactTotals.Builder totals = ImpactTotals.newBuilder()
                .setCopies(counts.weighed())
                .setPassedOver(counts.passedOver())
                .setRefusedBefore(counts.refusedBefore())
                .setRefusedAfter(counts.refusedAfter())
                .setAll(tally(
                        ImpactDimension.IMPACT_DIMENSION_UNSPECIFIED,
                        "",
                        counts.tallies().all()))
                .setTransfersStopped(counts.transfersStopped())
                .setGrantsVoid(counts.grantsVoid())
                .setRequests(report.requests().size())
                .setLinesLeftOff(counts.linesLeftOff())
                .setFrom(report.question().from().toString())
                .setUntil(report.question().until().toString())
                .setRuleSet(report.old().digest())
                .setProposedRuleSet(report.question().proposed().digest())
                .setRegistryAt(report.registryAt().toString())
                .setMillis(report.took().toMillis());
        report.rate()
                .ifPresent(rate -> totals.setBytesPerSecond(rate.bytesPerSecond())
                        .setRateOrigin(
                                rate.transfers() == 0 ? RateOrigin.RATE_ORIGIN_GIVEN : RateOrigin.RATE_ORIGIN_MEASURED)
                        .setRateTransfers(rate.transfers())
                        .setDays(rate.days(counts.tallies().all().toMoveGb())));
        return totals.build();
    }
}
