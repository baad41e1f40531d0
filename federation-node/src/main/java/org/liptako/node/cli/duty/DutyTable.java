package org.liptako.node.cli.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Table;
import org.liptako.node.wire.Citation;
import org.liptako.placement.v1.CitedRule;
import org.liptako.placement.v1.Duty;
import org.liptako.placement.v1.DutyStatus;

/** Duties as a person reads them: who owes what by when; then each rule in words, and what the node keeps by itself. */
final class DutyTable {
    private final List<Duty> duties;

    DutyTable(List<Duty> duties) {
        this.duties = List.copyOf(duties);
    }

    /** The lines of all parts, overdue duties first. */
    List<String> lines(Language language) {
        if (duties.isEmpty()) {
            return List.of(language.choose("Aucun devoir.", "No duty."));
        }
        var table = switch (language) {
            case FRENCH -> new Table("ÉTAT", "AVANT LE", "QUI", "DEVOIR", "RÈGLE", "JEU", "SITE", "IDENTIFIANT");
            case ENGLISH -> new Table("STATUS", "BEFORE", "WHO", "DUTY", "RULE", "DATASET", "SITE", "IDENTIFIER");
        };
        duties.forEach(duty -> table.row(
                status(duty.getStatus(), language),
                day(duty, language),
                duty.getStatus() == DutyStatus.DUTY_STATUS_KEPT
                        ? language.choose("le nœud", "the node")
                        : words(duty.getDebtorWords(), language),
                words(duty.getObligation().getLabel(), language),
                duty.getObligation().getRule(),
                duty.getDataset(),
                duty.getSite(),
                duty.getId()));
        var lines = new ArrayList<>(table.lines());
        Stream.concat(laws(language), kept(language)).distinct().forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** How one duty stands. */
    static List<String> standing(Duty duty, Language language) {
        var line = words(duty.getObligation().getLabel(), language)
                + language.choose(" : ", ": ")
                + status(duty.getStatus(), language);
        if (duty.getDue().isEmpty()) {
            return List.of(line);
        }
        return List.of(line, language.choose("À faire avant le ", "To be done before ") + duty.getDue());
    }

    private Stream<String> laws(Language language) {
        return duties.stream()
                .filter(Duty::hasLaw)
                .map(Duty::getLaw)
                .map(law -> law(law, language))
                .sorted();
    }

    private Stream<String> kept(Language language) {
        return duties.stream()
                .filter(Duty::hasKeptBy)
                .map(duty -> words(duty.getObligation().getLabel(), language)
                        + language.choose(" : ", ": ")
                        + words(duty.getKeptBy(), language))
                .sorted();
    }

    private static String law(CitedRule law, Language language) {
        String cited = String.join(" ; ", law.getLegalBasisList());
        return law.getId() + language.choose(" : ", ": ") + words(law.getTitle(), language) + " — "
                + language.choose(cited, Citation.english(cited));
    }

    private static String day(Duty duty, Language language) {
        if (!duty.getDue().isEmpty()) {
            return duty.getDue();
        }
        return switch (duty.getStatus()) {
            case DUTY_STATUS_OPEN, DUTY_STATUS_OVERDUE -> language.choose("sans date", "no day");
            case DUTY_STATUS_STANDING,
                    DUTY_STATUS_KEPT,
                    DUTY_STATUS_DISCHARGED,
                    DUTY_STATUS_UNSPECIFIED,
                    UNRECOGNIZED -> "";
        };
    }

    private static String status(DutyStatus status, Language language) {
        return switch (status) {
            case DUTY_STATUS_OVERDUE -> language.choose("EN RETARD", "OVERDUE");
            case DUTY_STATUS_OPEN -> language.choose("à faire", "open");
            case DUTY_STATUS_STANDING -> language.choose("permanent", "standing");
            case DUTY_STATUS_KEPT -> language.choose("tenu par le nœud", "kept by the node");
            case DUTY_STATUS_DISCHARGED -> language.choose("acquitté", "discharged");
            case DUTY_STATUS_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    private static String words(Sentence sentence, Language language) {
        return language.choose(sentence.getFr(), sentence.getEn());
    }
}
