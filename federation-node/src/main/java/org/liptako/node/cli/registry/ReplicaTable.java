package org.liptako.node.cli.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.wire.Citation;
import org.liptako.registry.v1.ChallengeResult;
import org.liptako.registry.v1.Coverage;
import org.liptako.registry.v1.CustodyDispute;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.UnreachableSite;

/** The regulator's table: every copy, who says so, who allowed it and under which rule; then each rule and each objection in words, and how current each State's part is. */
public final class ReplicaTable {
    private static final Pattern RULE =
            Pattern.compile("(?<id>[^ ]+) : (?<fr>[^()/]+) / (?<en>[^()/]+) \\((?<law>.*)\\)");

    private final List<Replica> replicas;
    private final List<Coverage> coverage;
    private final Map<String, Long> witnessed = new HashMap<>();

    public ReplicaTable(List<Replica> replicas, List<Coverage> coverage) {
        this.replicas = replicas;
        this.coverage = coverage;
        coverage.stream()
                .filter(Coverage::hasWitnessedSize)
                .forEach(part -> witnessed.put(part.getState(), part.getWitnessedSize()));
    }

    /** Prints all parts. */
    public void print(Screen screen) {
        lines(screen.language()).forEach(screen::line);
    }

    /** The lines of all parts. */
    public List<String> lines(Language language) {
        var table = table(language);
        replicas.forEach(replica -> table.row(
                replica.getDataset(),
                replica.getSite(),
                replica.getState(),
                status(replica, language),
                LocalTime.toTheSecond(replica.getHeldFrom()),
                replica.getSaidBy(),
                replica.getAllowedByList().isEmpty()
                        ? language.choose("antérieure à la fédération", "before the federation")
                        : String.join(" + ", replica.getAllowedByList()),
                replica.getRulesList().stream().map(ReplicaTable::id).collect(Collectors.joining(", "))));
        var lines = new ArrayList<>(table.lines());
        replicas.stream()
                .flatMap(replica -> replica.getRulesList().stream())
                .distinct()
                .sorted()
                .forEach(rule -> lines.add("  " + inWords(rule, language)));
        replicas.stream()
                .flatMap(replica -> replica.getCustodyList().stream())
                .distinct()
                .forEach(dispute -> lines.add("  " + words(language, dispute)));
        replicas.stream()
                .flatMap(replica -> replica.getFindingsList().stream())
                .distinct()
                .forEach(finding -> lines.add("  " + FindingTable.words(finding, language)));
        replicas.stream()
                .filter(Replica::hasErasure)
                .forEach(replica -> lines.addAll(ErasureText.lines(replica, language)));
        replicas.stream()
                .flatMap(replica -> replica.getChallengesList().stream())
                .distinct()
                .forEach(result -> lines.add("  " + words(language, result)));
        replicas.stream()
                .flatMap(replica -> replica.getUnreachableList().stream())
                .distinct()
                .forEach(silence -> lines.add("  " + words(language, silence)));
        coverage.forEach(
                part -> lines.add("  " + part.getState() + language.choose(" : ", ": ") + words(language, part)));
        return lines;
    }

    /** The copy stays what it was; that its keeper is not believed, or that it may not lie there, is told beside it. */
    private String status(Replica replica, Language language) {
        var parts = new ArrayList<>(List.of(replica.getStatus()));
        if (replica.getJournalIndex() >= witnessed.getOrDefault(replica.getSaidBy(), Long.MAX_VALUE)) {
            parts.add(language.choose("pas encore attestée", "not yet witnessed"));
        }
        if (replica.getCustodyCount() > 0) {
            parts.add(language.choose("garde contestée", "custody disputed"));
        }
        if (!replica.getUnreadableSince().isEmpty()) {
            parts.add(language.choose("clé détruite, illisible", "key destroyed, unreadable"));
        }
        if (replica.hasErasure()) {
            parts.add(ErasureText.standing(replica.getErasure(), language));
        }
        replica.getFindingsList().stream()
                .map(finding -> FindingTable.verdict(finding, language))
                .distinct()
                .forEach(parts::add);
        return String.join(", ", parts);
    }

    private static String words(Language language, CustodyDispute dispute) {
        return language.choose(
                "Garde contestée selon " + dispute.getSaidBy() + " depuis " + LocalTime.toTheSecond(dispute.getSince())
                        + " (entrée "
                        + dispute.getJournalIndex() + ") ; "
                        + dispute.getWords().getFr() + ".",
                "Custody disputed by " + dispute.getSaidBy() + " since " + LocalTime.toTheSecond(dispute.getSince())
                        + " (entry " + dispute.getJournalIndex() + "); "
                        + dispute.getWords().getEn() + ".");
    }

    private static String words(Language language, ChallengeResult result) {
        return language.choose(
                "Défi de " + result.getSaidBy() + " à " + result.getSite() + ", "
                        + LocalTime.toTheSecond(result.getAt()) + " (entrée " + result.getJournalIndex() + ") : "
                        + result.getWords().getFr(),
                "Challenge by " + result.getSaidBy() + " of " + result.getSite() + ", "
                        + LocalTime.toTheSecond(result.getAt()) + " (entry " + result.getJournalIndex() + "): "
                        + result.getWords().getEn());
    }

    private static String words(Language language, UnreachableSite silence) {
        return language.choose(
                silence.getSite() + " : " + silence.getSaidBy() + " ne le joint pas depuis "
                        + LocalTime.toTheSecond(silence.getSince()) + " (entrée " + silence.getJournalIndex()
                        + ") ; cela ne dit rien de la copie.",
                silence.getSite() + ": " + silence.getSaidBy() + " cannot reach it since "
                        + LocalTime.toTheSecond(silence.getSince()) + " (entry " + silence.getJournalIndex()
                        + "); that says nothing of the copy.");
    }

    /** What stands before the words. */
    private static String id(String rule) {
        int colon = rule.indexOf(" : ");
        return colon < 0 ? rule : rule.substring(0, colon);
    }

    /** A node says "ID : French / English (law)"; whatever else it says stays as it is. */
    private static String inWords(String rule, Language language) {
        Matcher said = RULE.matcher(rule);
        return said.matches()
                ? language.choose(
                        said.group("id") + " : " + said.group("fr") + " (" + said.group("law") + ")",
                        said.group("id") + ": " + said.group("en") + " (" + Citation.english(said.group("law")) + ")")
                : rule;
    }

    private static Table table(Language language) {
        return switch (language) {
            case FRENCH -> new Table("JEU", "SITE", "ÉTAT", "STATUT", "DEPUIS", "DIT PAR", "PERMIS PAR", "RÈGLES");
            case ENGLISH -> new Table("DATASET", "SITE", "STATE", "STATUS", "SINCE", "SAID BY", "ALLOWED BY", "RULES");
        };
    }

    private static String words(Language language, Coverage part) {
        return language.choose(part.getWords().getFr(), part.getWords().getEn());
    }
}
