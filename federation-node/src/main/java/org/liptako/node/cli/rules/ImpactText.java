package org.liptako.node.cli.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.wire.Count;
import org.liptako.placement.v1.AffectedCopy;
import org.liptako.placement.v1.AffectedRequest;
import org.liptako.placement.v1.ImpactDimension;
import org.liptako.placement.v1.ImpactGround;
import org.liptako.placement.v1.ImpactKind;
import org.liptako.placement.v1.ImpactTally;
import org.liptako.placement.v1.ImpactTotals;
import org.liptako.placement.v1.RateOrigin;
import org.liptako.placement.v1.WeighRulesResponse;

/** A weighing in words and tables, for those who will answer for the rules. */
final class ImpactText {
    /** More rows than a person reads; a machine gets every line. */
    private static final int MOST_ROWS = 200;

    private static final double GB_PER_TB = 1_000;
    private static final double BYTES_PER_MB = 1e6;

    private final Screen screen;

    private ImpactText(Screen screen) {
        this.screen = screen;
    }

    /** @param lines as the node sent them, the totals last */
    static void print(List<WeighRulesResponse> lines, Screen screen) {
        ImpactText text = new ImpactText(screen);
        ImpactTotals totals = lines.getLast().getTotals();
        text.summary(totals);
        text.copies(lines.stream()
                .filter(WeighRulesResponse::hasCopy)
                .map(WeighRulesResponse::getCopy)
                .toList());
        text.requests(lines.stream()
                .filter(WeighRulesResponse::hasRequest)
                .map(WeighRulesResponse::getRequest)
                .toList());
        List<ImpactTally> tallies = lines.stream()
                .filter(WeighRulesResponse::hasTally)
                .map(WeighRulesResponse::getTally)
                .toList();
        text.tallies(tallies, ImpactDimension.IMPACT_DIMENSION_STATE, "État d'origine", "home State");
        text.tallies(tallies, ImpactDimension.IMPACT_DIMENSION_OWNER, "responsable", "owner");
        text.tallies(tallies, ImpactDimension.IMPACT_DIMENSION_ARTICLE, "texte et article", "text and article");
    }

    private void summary(ImpactTotals totals) {
        ImpactTally all = totals.getAll();
        screen.line(
                "Effets des règles proposées, du " + when(totals.getFrom()) + " au " + when(totals.getUntil())
                        + ", sur " + french(totals.getCopies(), "copie inscrite", "copies inscrites")
                        + " au registre de ce nœud :",
                "Effects of the proposed rules, from " + when(totals.getFrom()) + " to " + when(totals.getUntil())
                        + ", on " + english(totals.getCopies(), "copy", "copies") + " in this node's registry:");
        count(
                all.getUnlawful(),
                new Said("copie devient illicite", "copies deviennent illicites"),
                new Said("copy becomes unlawful", "copies become unlawful"));
        count(
                all.getUndecided(),
                new Said(
                        "copie ne peut plus être jugée, faute de faits : ce qui vaut refus",
                        "copies ne peuvent plus être jugées, faute de faits : ce qui vaut refus"),
                new Said(
                        "copy can no longer be judged, for want of facts: which is enforced as a refusal",
                        "copies can no longer be judged, for want of facts: which is enforced as a refusal"));
        count(
                all.getLawful(),
                new Said("copie devient licite", "copies deviennent licites"),
                new Said("copy becomes lawful", "copies become lawful"));
        count(
                totals.getTransfersStopped(),
                new Said("transfert en cours s'arrêterait", "transferts en cours s'arrêteraient"),
                new Said("transfer under way would stop", "transfers under way would stop"));
        count(
                totals.getGrantsVoid(),
                new Said(
                        "autorisation dont la copie n'est pas partie ne serait plus donnée",
                        "autorisations dont la copie n'est pas partie ne seraient plus données"),
                new Said(
                        "grant whose copy has not left would no longer be given",
                        "grants whose copy has not left would no longer be given"));
        count(
                totals.getRequests(),
                new Said("demande en attente serait jugée autrement", "demandes en attente seraient jugées autrement"),
                new Said("pending request would be decided otherwise", "pending requests would be decided otherwise"));
        count(
                totals.getPassedOver(),
                new Said(
                        "copie n'a pu être pesée : son jeu ou son site n'est pas inscrit",
                        "copies n'ont pu être pesées : leur jeu ou leur site n'est pas inscrit"),
                new Said(
                        "copy could not be weighed: its dataset or its site is not recorded",
                        "copies could not be weighed: their dataset or their site is not recorded"));
        screen.line(
                "Copies que les règles ne permettent pas au début : " + number(totals.getRefusedBefore())
                        + " aujourd'hui, " + number(totals.getRefusedAfter()) + " avec la proposition.",
                "Copies that the rules do not permit at the beginning: " + number(totals.getRefusedBefore()) + " now, "
                        + number(totals.getRefusedAfter()) + " under the proposal.");
        moving(totals);
    }

    /** What is said of one, and of several. */
    private record Said(String one, String several) {}

    private void count(long count, Said french, Said english) {
        screen.line(
                "  " + french(count, french.one(), french.several()),
                "  " + english(count, english.one(), english.several()));
    }

    private void moving(ImpactTotals totals) {
        String terabytes = terabytes(totals.getAll());
        if (!totals.hasDays()) {
            screen.line(
                    "À déplacer : " + terabytes
                            + " To. Aucun transfert n'a encore été scellé ici : donnez --rate pour savoir en combien de jours.",
                    "To move: " + terabytes
                            + " TB. No transfer was sealed here yet: give --rate to know in how many days.");
        } else {
            String days = String.format(screen.locale(), "%,.1f", totals.getDays());
            String rate = String.format(screen.locale(), "%,.1f", totals.getBytesPerSecond() / BYTES_PER_MB);
            boolean given = totals.getRateOrigin() == RateOrigin.RATE_ORIGIN_GIVEN;
            screen.line(
                    "À déplacer : " + terabytes + " To, en " + days + (totals.getDays() < 2 ? " jour" : " jours")
                            + ", une copie après l'autre, à " + rate
                            + " Mo/s ("
                            + (given
                                    ? "débit donné par --rate"
                                    : "débit mesuré sur "
                                            + french(
                                                    totals.getRateTransfers(), "transfert scellé", "transferts scellés")
                                            + " de ce nœud")
                            + ").",
                    "To move: " + terabytes + " TB, in " + days + " days, one copy after the other, at " + rate
                            + " MB/s ("
                            + (given
                                    ? "rate given by --rate"
                                    : "rate measured over "
                                            + english(totals.getRateTransfers(), "sealed transfer", "sealed transfers")
                                            + " of this node")
                            + ").");
        }
        if (totals.getAll().getSizesUnknown() > 0) {
            long unknown = totals.getAll().getSizesUnknown();
            screen.line(
                    "Sans taille inscrite, et donc pas comptées : " + french(unknown, "copie", "copies")
                            + " à déplacer.",
                    "Of no recorded size, and so not counted in it: " + english(unknown, "copy", "copies")
                            + " to move.");
        }
    }

    private void copies(List<AffectedCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        Table table = table(
                List.of("jeu", "site", "copie", "effet", "depuis", "jusqu'à", "règle", "texte et article", "Go"),
                List.of("dataset", "site", "copy", "effect", "from", "until", "rule", "text and article", "GB"));
        for (AffectedCopy copy : copies.subList(0, Math.min(MOST_ROWS, copies.size()))) {
            table.row(
                    copy.getDataset(),
                    copy.getSite(),
                    copy.getStatus(),
                    effect(copy.getKind()),
                    when(copy.getFrom()),
                    copy.getUntil().isEmpty() ? "" : when(copy.getUntil()),
                    rules(copy.getGroundsList()),
                    articles(copy.getGroundsList()),
                    copy.hasSizeGb() ? number(copy.getSizeGb()) : "?");
        }
        print(table);
        if (copies.size() > MOST_ROWS) {
            long others = copies.size() - (long) MOST_ROWS;
            screen.line(
                    "et " + french(others, "autre ligne", "autres lignes") + " ; toutes : --json",
                    "and " + english(others, "more line", "more lines") + "; all: --json");
        }
    }

    private void requests(List<AffectedRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        Table table = table(
                List.of("demande", "jeu", "site", "aujourd'hui", "proposition", "règle", "texte et article"),
                List.of("request", "dataset", "site", "now", "proposal", "rule", "text and article"));
        for (AffectedRequest request : requests.subList(0, Math.min(MOST_ROWS, requests.size()))) {
            table.row(
                    request.getRequestId(),
                    request.getDataset(),
                    request.getSite(),
                    request.getOldVerdict(),
                    request.getNewVerdict(),
                    rules(request.getGroundsList()),
                    articles(request.getGroundsList()));
        }
        print(table);
    }

    private void tallies(List<ImpactTally> tallies, ImpactDimension dimension, String french, String english) {
        List<ImpactTally> wanted = tallies.stream()
                .filter(tally -> tally.getDimension() == dimension)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Table table = table(
                List.of(french, "illicites", "indécidables", "licites", "à déplacer (To)"),
                List.of(english, "unlawful", "undecided", "lawful", "to move (TB)"));
        for (ImpactTally tally : wanted.subList(0, Math.min(MOST_ROWS, wanted.size()))) {
            table.row(
                    tally.getKey(),
                    number(tally.getUnlawful()),
                    number(tally.getUndecided()),
                    number(tally.getLawful()),
                    terabytes(tally));
        }
        print(table);
    }

    private Table table(List<String> french, List<String> english) {
        List<String> headings = switch (screen.language()) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
        return new Table(headings.toArray(String[]::new));
    }

    private void print(Table table) {
        screen.line("");
        table.print(screen);
    }

    private String effect(ImpactKind kind) {
        return switch (kind) {
            case IMPACT_KIND_UNLAWFUL -> screen.language().choose("illicite", "unlawful");
            case IMPACT_KIND_UNDECIDED -> screen.language().choose("indécidable", "undecided");
            case IMPACT_KIND_LAWFUL -> screen.language().choose("licite", "lawful");
            case IMPACT_KIND_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    private static String rules(List<ImpactGround> grounds) {
        return grounds.stream().map(ImpactGround::getRule).distinct().collect(Collectors.joining(", "));
    }

    private String articles(List<ImpactGround> grounds) {
        return grounds.stream()
                .flatMap(ground -> ground.getArticlesList().stream())
                .map(article -> article.getInstrument() + ", " + article.getArticle())
                .distinct()
                .collect(Collectors.joining(screen.language().choose(" ; ", "; ")));
    }

    private String terabytes(ImpactTally tally) {
        return String.format(screen.locale(), "%,.1f", tally.getToMoveGb() / GB_PER_TB);
    }

    private String french(long count, String one, String several) {
        return number(count) + " " + (Count.isOneInFrench(count) ? one : several);
    }

    private String english(long count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    private String number(long number) {
        return String.format(screen.locale(), "%,d", number);
    }

    private String when(String instant) {
        String pattern = screen.language().choose("dd/MM/uuuu HH:mm 'UTC'", "uuuu-MM-dd HH:mm 'UTC'");
        return DateTimeFormatter.ofPattern(pattern, screen.locale())
                .format(Instant.parse(instant).atOffset(ZoneOffset.UTC));
    }
}
