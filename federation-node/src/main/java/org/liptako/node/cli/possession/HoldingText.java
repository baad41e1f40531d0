package org.liptako.node.cli.possession;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.possession.v1.HoldingFinding;
import org.liptako.possession.v1.ReconcileSum;
import org.liptako.registry.v1.HoldingStatement;
import org.liptako.registry.v1.ListHoldingFindingsResponse;

/** Where stores and journals differ, as a person reads it: a table, each cause explained once, the sum. */
final class HoldingText {
    private static final int SHORT_ROOT = 12;

    private HoldingText() {}

    static boolean isClean(ReconcileSum sum) {
        return sum.getDark() + sum.getMissing() + sum.getUnmatched() + sum.getUnproven() == 0
                && sum.getUnreadCount() == 0;
    }

    static void print(List<HoldingFinding> findings, ReconcileSum sum, Screen screen) {
        Language language = screen.language();
        if (!findings.isEmpty()) {
            Table table = language == Language.FRENCH
                    ? new Table("CONSTAT", "CAUSE", "JEU", "VERSION", "SITE", "AUTORISATION")
                    : new Table("FINDING", "CAUSE", "DATASET", "VERSION", "SITE", "GRANT");
            findings.forEach(finding -> table.row(
                    kind(finding.getKind(), language),
                    finding.getCause(),
                    orDash(finding.getDataset()),
                    orDash(root(finding.getVersionRoot())),
                    finding.getSite(),
                    orDash(finding.getGrant())));
            table.print(screen);
            explain(
                    findings.stream()
                            .collect(Collectors.toMap(
                                    HoldingFinding::getCause,
                                    finding -> language.choose(
                                            finding.getWords().getFr(),
                                            finding.getWords().getEn()),
                                    (one, same) -> one)),
                    screen);
            findings.forEach(finding -> finding.getExamplesList().forEach(name -> screen.line("    " + name)));
        }
        sum(sum, findings.size(), screen);
    }

    static void print(ListHoldingFindingsResponse answer, Screen screen) {
        Language language = screen.language();
        if (answer.getFindingsCount() == 0) {
            screen.line(
                    "Aucun écart : les journaux ne disent d'aucun site que son magasin diffère d'eux.",
                    "No difference: the journals say of no site that its store differs from them.");
        } else {
            Table table = language == Language.FRENCH
                    ? new Table("CONSTAT", "CAUSE", "JEU", "VERSION", "SITE", "DIT PAR", "DEPUIS", "ENTRÉE")
                    : new Table("FINDING", "CAUSE", "DATASET", "VERSION", "SITE", "SAID BY", "SINCE", "ENTRY");
            answer.getFindingsList().forEach(said -> row(table, said, language));
            table.print(screen);
            explain(
                    answer.getFindingsList().stream()
                            .collect(Collectors.toMap(
                                    HoldingStatement::getCause,
                                    said -> language.choose(
                                            said.getWords().getFr(),
                                            said.getWords().getEn()),
                                    (one, same) -> one)),
                    screen);
        }
        answer.getCoverageList()
                .forEach(part -> screen.line("  " + part.getState() + language.choose(" : ", ": ")
                        + language.choose(
                                part.getWords().getFr(), part.getWords().getEn())));
    }

    private static void row(Table table, HoldingStatement said, Language language) {
        table.row(
                kind(said.getKind(), language),
                said.getCause(),
                orDash(said.getDataset()),
                orDash(root(said.getVersionRoot())),
                said.getSite(),
                said.getSaidBy(),
                said.getSince(),
                Long.toString(said.getJournalIndex()));
    }

    private static void explain(Map<String, String> causes, Screen screen) {
        String colon = screen.language().choose(" : ", ": ");
        causes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(cause -> screen.line("  " + cause.getKey() + colon + cause.getValue()));
    }

    private static void sum(ReconcileSum sum, int told, Screen screen) {
        screen.line(
                "Site " + sum.getSite() + " : " + sum.getMatched() + " en ordre, " + sum.getUnderWay() + " en cours, "
                        + sum.getDark() + " hors registre, " + sum.getMissing() + " absentes, " + sum.getUnmatched()
                        + " sans contrepartie, " + sum.getUnproven() + " non prouvées.",
                "Site " + sum.getSite() + ": " + sum.getMatched() + " matched, " + sum.getUnderWay() + " under way, "
                        + sum.getDark() + " dark, " + sum.getMissing() + " missing, " + sum.getUnmatched()
                        + " unmatched, " + sum.getUnproven() + " unproven.");
        screen.line(
                "Inscrits au journal : " + sum.getJournaled() + " constats nouveaux, " + sum.getEnded() + " terminés.",
                "Journaled: " + sum.getJournaled() + " new findings, " + sum.getEnded() + " that have ended.");
        long all = sum.getDark() + sum.getMissing() + sum.getUnmatched() + sum.getUnproven();
        if (all > told) {
            screen.line(
                    (all - told) + " autres constats ne sont pas montrés ; --most en montre plus.",
                    (all - told) + " more findings are not shown; --most shows more.");
        }
        if (sum.getMore()) {
            screen.line(
                    "D'autres constats seront inscrits par le nœud dans les minutes qui viennent.",
                    "The node will journal further findings within the next minutes.");
        }
        sum.getNotHeardList()
                .forEach(state -> screen.line(
                        state + " : son journal n'est pas lu assez loin pour dire ce qui est sans contrepartie.",
                        state + ": its journal is not read far enough to say what is unmatched."));
        sum.getUnreadList()
                .forEach(dataset -> screen.line(
                        dataset + " : ses octets n'ont pas pu être relus ; voyez liptako replica verify " + dataset
                                + ".",
                        dataset + ": its bytes could not be read again; see liptako replica verify " + dataset + "."));
    }

    private static String kind(String kind, Language language) {
        return switch (kind) {
            case "DARK" -> language.choose("hors registre", "dark");
            case "MISSING" -> language.choose("absente", "missing");
            case "UNMATCHED" -> language.choose("sans contrepartie", "unmatched");
            case "UNPROVEN" -> language.choose("non prouvée", "unproven");
            default -> kind;
        };
    }

    private static String root(String root) {
        return root.length() > SHORT_ROOT ? root.substring(0, SHORT_ROOT) : root;
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "—" : text;
    }
}
