package org.liptako.node.cli.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Table;
import org.liptako.registry.v1.CopyFinding;
import org.liptako.registry.v1.Coverage;

/** What must move, the most urgent first; then each finding in words with its articles, and how current each State's part is. */
final class FindingTable {
    private static final Comparator<CopyFinding> URGENCY = Comparator.comparing(
                    (CopyFinding finding) -> finding.getMoveBy().isEmpty())
            .thenComparing(CopyFinding::getMoveBy)
            .thenComparing(CopyFinding::getDataset)
            .thenComparing(CopyFinding::getSite);

    private final List<CopyFinding> findings;
    private final List<Coverage> coverage;

    FindingTable(List<CopyFinding> findings, List<Coverage> coverage) {
        this.findings = findings.stream().sorted(URGENCY).toList();
        this.coverage = coverage;
    }

    List<String> lines(Language language) {
        if (findings.isEmpty()) {
            var none = new ArrayList<>(List.of(language.choose(
                    "Aucun constat : aucun État concerné n'a rien contre une copie là où elle est.",
                    "Nothing found: no State concerned has anything against a copy where it lies.")));
            none.addAll(coverage(language));
            return none;
        }
        var table = table(language);
        findings.forEach(finding -> table.row(
                finding.getDataset(),
                finding.getSite(),
                verdict(finding, language),
                finding.getSaidBy(),
                toTheSecond(finding.getMoveBy()),
                toTheSecond(finding.getSince()),
                cause(finding, language)));
        var lines = new ArrayList<>(table.lines());
        findings.forEach(finding -> lines.add("  " + words(finding, language)));
        lines.addAll(coverage(language));
        return lines;
    }

    /** A finding in words, with rules and articles. */
    static String words(CopyFinding finding, Language language) {
        return language.choose(
                finding.getDataset() + " à " + finding.getSite() + " selon " + finding.getSaidBy() + " (entrée "
                        + finding.getJournalIndex() + ") : "
                        + finding.getWords().getFr(),
                finding.getDataset() + " at " + finding.getSite() + " by " + finding.getSaidBy() + " (entry "
                        + finding.getJournalIndex() + "): " + finding.getWords().getEn());
    }

    /** What the verdict means for the copy. */
    static String verdict(CopyFinding finding, Language language) {
        return switch (finding.getVerdict()) {
            case "DENY" -> language.choose("non permise", "not permitted");
            case "CONFLICT" -> language.choose("non permise, droit contradictoire", "not permitted, laws conflict");
            case "INDETERMINATE" -> language.choose("faits manquants", "facts missing");
            default -> finding.getVerdict();
        };
    }

    /** What made the State judge the copy again. */
    private static String cause(CopyFinding finding, Language language) {
        return switch (finding.getCause()) {
            case "COPY" -> language.choose("copie inscrite", "copy recorded");
            case "DATASET" -> language.choose("jeu décrit autrement", "dataset described otherwise");
            case "SITE" -> language.choose("site décrit autrement", "site described otherwise");
            case "AUTHORISATION" -> language.choose("autorisation", "authorisation");
            case "HOLD" -> language.choose("gel judiciaire", "judicial hold");
            case "INCIDENT" -> language.choose("incident", "incident");
            case "RETENTION" -> language.choose("durée de conservation", "retention period");
            case "REGISTER" -> language.choose("registre tenu ou non", "register kept or not");
            case "RULES" -> language.choose("règles en vigueur", "rules in force");
            case "TIME" -> language.choose("échéance", "passing of time");
            case "CLOCK" -> language.choose("horloge reculée", "clock put back");
            default -> finding.getCause();
        };
    }

    private static String toTheSecond(String instant) {
        return instant.isEmpty() ? "—" : LocalTime.toTheSecond(instant);
    }

    private List<String> coverage(Language language) {
        return coverage.stream()
                .map(part -> "  " + part.getState() + language.choose(" : ", ": ")
                        + language.choose(
                                part.getWords().getFr(), part.getWords().getEn()))
                .toList();
    }

    private static Table table(Language language) {
        return switch (language) {
            case FRENCH -> new Table("JEU", "SITE", "CONSTAT", "SELON", "À DÉPLACER AVANT", "DEPUIS", "CAUSE");
            case ENGLISH -> new Table("DATASET", "SITE", "FINDING", "BY", "MOVE BY", "SINCE", "CAUSE");
        };
    }
}
