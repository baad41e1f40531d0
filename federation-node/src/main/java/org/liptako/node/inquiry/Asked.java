package org.liptako.node.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.AsOf;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** A question with its blanks filled in; each of them has been read once, so that none can surprise later. */
public record Asked(Question question, Map<Blank, String> blanks, Instant now) {
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_STATUSES = 16;
    private static final Sentence STATUSES = new Sentence(
            "des statuts du registre, comme SEALED,UNPROVEN", "statuses of the registry, such as SEALED,UNPROVEN");
    private static final Sentence DAYS =
            new Sentence("un nombre de jours, de 0 à 36500", "a number of days, from 0 to 36500");
    private static final Sentence LATER = new Sentence("un instant après since", "an instant after since");

    public Asked {
        blanks = Map.copyOf(blanks);
        for (Blank blank : question.required()) {
            if (!blanks.containsKey(blank)) {
                throw missing(question, blank);
            }
        }
    }

    /** The same, once every blank is known to have a meaning. */
    public Asked checked() {
        blanks.keySet().forEach(this::check);
        if (blanks.containsKey(Blank.UNTIL) && !since().isBefore(until())) {
            throw RequestFields.meaningless("until", blanks.get(Blank.UNTIL), LATER);
        }
        return this;
    }

    private void check(Blank blank) {
        if (Stream.concat(question.required().stream(), question.filters().stream())
                .noneMatch(blank::equals)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La question « " + question.key() + " » n'a pas de champ " + blank.key() + ".",
                    "The question \"" + question.key() + "\" has no blank " + blank.key() + ".");
        }
        switch (blank) {
            case DATASET -> dataset();
            case STATE -> state();
            case SITE -> site();
            case ON, KNOWN -> asOf();
            case SINCE -> since();
            case UNTIL -> until();
            case STATUS -> statuses();
            case DAYS -> days();
        }
    }

    DatasetId dataset() {
        return RequestFields.dataset(value(Blank.DATASET));
    }

    Optional<DatasetId> datasetIfAny() {
        return blanks.containsKey(Blank.DATASET) ? Optional.of(dataset()) : Optional.empty();
    }

    State state() {
        return RequestFields.state("state", value(Blank.STATE));
    }

    Optional<State> stateIfAny() {
        return blanks.containsKey(Blank.STATE) ? Optional.of(state()) : Optional.empty();
    }

    SiteId site() {
        return RequestFields.site(value(Blank.SITE));
    }

    Instant since() {
        return instant(Blank.SINCE).orElse(Instant.EPOCH);
    }

    Instant until() {
        return instant(Blank.UNTIL).orElse(now);
    }

    List<String> statuses() {
        String text = value(Blank.STATUS);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> statuses = List.of(text.split(",", -1));
        List<String> known =
                Stream.of(ReplicaStatus.values()).map(ReplicaStatus::name).toList();
        if (statuses.size() > MOST_STATUSES || !known.containsAll(statuses)) {
            throw RequestFields.meaningless("status", text, STATUSES);
        }
        return statuses;
    }

    int days() {
        String text = value(Blank.DAYS);
        try {
            int days = Integer.parseInt(text);
            if (days >= 0 && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException notANumber) {
            throw RequestFields.meaningless("days", text, DAYS);
        }
        throw RequestFields.meaningless("days", text, DAYS);
    }

    /** What the registry is asked of. */
    public AsOf asOf() {
        Instant held = instant(Blank.ON).orElse(now);
        return instant(Blank.KNOWN).map(known -> AsOf.knownThen(held, known)).orElseGet(() -> AsOf.knownNow(held, now));
    }

    /** The question in words, its blanks filled in; what is filled in beyond the sentence stands after it. */
    public Sentence sentence() {
        String fr = question.sentence().fr();
        String en = question.sentence().en();
        for (Blank blank : Blank.values()) {
            String value = value(blank);
            String hole = "{" + blank.key() + "}";
            if (question.required().contains(blank)) {
                fr = fr.replace(hole, value);
                en = en.replace(hole, value);
            } else if (!value.isEmpty()) {
                fr += " [" + blank.key() + " = " + value + "]";
                en += " [" + blank.key() + " = " + value + "]";
            }
        }
        return new Sentence(fr, en);
    }

    private Optional<Instant> instant(Blank blank) {
        return RequestFields.instant(blank.key(), value(blank));
    }

    private String value(Blank blank) {
        return blanks.getOrDefault(blank, "");
    }

    private static Failure missing(Question question, Blank blank) {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "La question « " + question.key() + " » veut le champ " + blank.key() + " : "
                        + blank.meaning().fr() + ".",
                "The question \"" + question.key() + "\" wants the blank " + blank.key() + ": "
                        + blank.meaning().en() + ".");
    }
}
