package org.liptako.node.placement.duty;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyEvidence;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.placement.duty.DutyPage.Place;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.DischargeDutyRequest;
import org.liptako.placement.v1.Evidence;
import org.liptako.placement.v1.ListDutiesRequest;
import org.liptako.placement.v1.Obligation;

/** Duties as messages, and what is asked of them. */
final class DutyMessages {
    private static final int USUAL_PAGE = 100;
    private static final int SHOWN = 40;
    private static final Sentence INSTANTS =
            new Sentence("un instant, comme 2026-03-01T06:00:00Z", "an instant, such as 2026-03-01T06:00:00Z");
    private static final Sentence TOKENS = new Sentence(
            "le jeton d'une réponse, ou rien pour la première page",
            "an answer's token, or nothing for the first page");
    private static final Sentence STATUSES =
            new Sentence("un état qui existe, ou rien pour tous", "a status that exists, or nothing for all");
    private static final Sentence DATASETS = new Sentence("un jeu, comme ML-DS-008", "a dataset, such as ML-DS-008");
    private static final Sentence SITES = new Sentence("un site, comme ML-BKO-1", "a site, such as ML-BKO-1");

    private DutyMessages() {}

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static DutyFilter filter(ListDutiesRequest request) {
        Set<DutyStatus> statuses = EnumSet.noneOf(DutyStatus.class);
        request.getStatusesList().forEach(status -> statuses.add(status(status)));
        return new DutyFilter(
                statuses,
                State.ofCode(request.getDebtor()),
                said("dataset", request.getDataset(), DatasetId::new, DATASETS),
                said("site", request.getSite(), SiteId::new, SITES));
    }

    /** @throws Failure INVALID_REQUEST for a token of nobody's */
    static DutyPage page(ListDutiesRequest request) {
        int most = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        return said("page_token", request.getPageToken(), DutyMessages::place, TOKENS)
                .map(after -> new DutyPage(after, most))
                .orElseGet(() -> DutyPage.first(most));
    }

    static String token(Duty last) {
        Place place = Place.of(last);
        String text = place.place() + " " + place.day() + " " + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String token) {
        String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A token has three parts.");
        }
        return new Place(Integer.parseInt(parts[0]), instant(parts[1]), new DutyId(parts[2]).value());
    }

    /** @throws Failure INVALID_REQUEST naming the field without a meaning */
    static DutyDesk.Word word(DischargeDutyRequest request) {
        Evidence evidence = request.getEvidence();
        return new DutyDesk.Word(
                new DutyId(request.getDuty()),
                new DutyEvidence(Digest.ofHex(evidence.getSha256()), evidence.getTitle()),
                said("done_at", request.getDoneAt(), DutyMessages::instant, INSTANTS)
                        .orElse(null),
                request.getNote().isEmpty() ? null : request.getNote());
    }

    static org.liptako.placement.v1.Duty duty(Duty duty) {
        var message = org.liptako.placement.v1.Duty.newBuilder()
                .setId(duty.id().value())
                .setStatus(status(duty.status()))
                .setObligation(Obligation.newBuilder()
                        .setRule(duty.rule())
                        .setCode(duty.code())
                        .setLabel(SentenceMessages.toMessage(duty.label())))
                .setDebtor(duty.debtor().state().name())
                .setDebtorSite(duty.debtor().site().map(SiteId::value).orElse(""))
                .setDebtorWords(SentenceMessages.toMessage(duty.debtor().words()))
                .setDataset(duty.about().dataset().value())
                .setOperation(duty.about().operation())
                .setSite(duty.about().site().value())
                .setGrant(duty.about().grant().map(GrantSerial::value).orElse(""))
                .setSince(duty.act().toString())
                .setDue(duty.due().map(Instant::toString).orElse(""))
                .setRecurring(duty.rhythm() == Rhythm.RECURRING)
                .setPeople(duty.people());
        duty.law().map(DutyMessages::law).ifPresent(message::setLaw);
        duty.keptBy().map(SentenceMessages::toMessage).ifPresent(message::setKeptBy);
        duty.discharges().forEach(one -> message.addDischarges(discharge(one)));
        return message.build();
    }

    private static org.liptako.placement.v1.CitedRule law(CitedRule rule) {
        return org.liptako.placement.v1.CitedRule.newBuilder()
                .setId(rule.id())
                .setTitle(SentenceMessages.toMessage(rule.title()))
                .addAllLegalBasis(rule.legalBasis())
                .build();
    }

    private static org.liptako.placement.v1.Discharge discharge(Discharge discharge) {
        return org.liptako.placement.v1.Discharge.newBuilder()
                .setBy(discharge.person())
                .setDoneAt(discharge.doneAt().toString())
                .setEvidence(Evidence.newBuilder()
                        .setSha256(discharge.evidence().sha256().hex())
                        .setTitle(discharge.evidence().title()))
                .setNote(discharge.note().orElse(""))
                .setSaidBy(discharge.saidBy().name())
                .setJournalIndex(discharge.journalIndex())
                .build();
    }

    private static org.liptako.placement.v1.DutyStatus status(DutyStatus status) {
        return switch (status) {
            case OVERDUE -> org.liptako.placement.v1.DutyStatus.DUTY_STATUS_OVERDUE;
            case OPEN -> org.liptako.placement.v1.DutyStatus.DUTY_STATUS_OPEN;
            case STANDING -> org.liptako.placement.v1.DutyStatus.DUTY_STATUS_STANDING;
            case KEPT -> org.liptako.placement.v1.DutyStatus.DUTY_STATUS_KEPT;
            case DISCHARGED -> org.liptako.placement.v1.DutyStatus.DUTY_STATUS_DISCHARGED;
        };
    }

    private static DutyStatus status(org.liptako.placement.v1.DutyStatus status) {
        return switch (status) {
            case DUTY_STATUS_OVERDUE -> DutyStatus.OVERDUE;
            case DUTY_STATUS_OPEN -> DutyStatus.OPEN;
            case DUTY_STATUS_STANDING -> DutyStatus.STANDING;
            case DUTY_STATUS_KEPT -> DutyStatus.KEPT;
            case DUTY_STATUS_DISCHARGED -> DutyStatus.DISCHARGED;
            case DUTY_STATUS_UNSPECIFIED, UNRECOGNIZED -> throw meaningless("statuses", status.name(), STATUSES, null);
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Empty for an empty text. */
    private static <T> Optional<T> said(String field, String text, Function<String, T> type, Sentence wanted) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw meaningless(field, text, wanted, e);
        }
    }

    private static Failure meaningless(String field, String text, Sentence wanted, @Nullable Throwable cause) {
        String shown = Printable.line(text, SHOWN);
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "Le champ " + field + " ne peut valoir « " + shown + " » ; il faut " + wanted.fr() + ".",
                        "The field " + field + " cannot be \"" + shown + "\"; it takes " + wanted.en() + "."),
                cause);
    }
}
