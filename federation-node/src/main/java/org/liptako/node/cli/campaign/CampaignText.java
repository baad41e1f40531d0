package org.liptako.node.cli.campaign;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.campaign.v1.Act;
import org.liptako.campaign.v1.Balance;
import org.liptako.campaign.v1.Campaign;
import org.liptako.campaign.v1.CampaignCopy;
import org.liptako.campaign.v1.ListCampaignsResponse;
import org.liptako.campaign.v1.RepatriationStage;
import org.liptako.campaign.v1.Unplanned;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Paragraph;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.wire.Citation;
import org.liptako.placement.v1.CitedRule;

/** Campaigns as a person reads them: each copy and how far it is; then what keeps it, what is overdue and under which article; then the ministries. */
public final class CampaignText {
    private static final int INDENT = 2;

    private final Screen screen;
    private final Language language;

    CampaignText(Screen screen) {
        this.screen = screen;
        this.language = screen.language();
    }

    /** The copies of a campaign, as lines for whoever shows them elsewhere. */
    public static List<String> copies(Campaign campaign, Language language) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        new CampaignText(new Screen(out, out, language)).copies(campaign.getCopiesList());
        return text.toString().lines().toList();
    }

    void list(ListCampaignsResponse answer) {
        if (answer.getCampaignsCount() == 0) {
            screen.line("Aucune campagne.", "No campaign.");
            return;
        }
        answer.getCampaignsList().forEach(this::head);
        balances(answer.getOwnersList(), answer.getTotal());
    }

    void whole(Campaign campaign) {
        head(campaign);
        copies(campaign.getCopiesList());
        balances(campaign.getOwnersList(), campaign.getTotal());
    }

    void head(Campaign campaign) {
        screen.line(campaign.getId() + " — " + campaign.getTitle() + " — " + standing(campaign));
        if (campaign.hasHold()) {
            hold(campaign.getHold());
        }
        if (campaign.getBytesPerSecond() > 0) {
            String rate = volume(campaign.getBytesPerSecond()) + "/s";
            screen.line(
                    "  débit " + (campaign.getMeasured() ? "mesuré" : "prévu") + " : " + rate,
                    "  rate " + (campaign.getMeasured() ? "measured" : "planned") + ": " + rate);
        }
    }

    private void hold(Act hold) {
        screen.line("  suspendue le " + done(hold, language), "  held " + done(hold, language));
    }

    private static String done(Act act, Language language) {
        return LocalTime.of(act.getAt())
                + language.choose(" par ", " by ")
                + act.getBy()
                + (act.getReason().isEmpty() ? "" : language.choose(" : ", ": ") + act.getReason());
    }

    private String standing(Campaign campaign) {
        if (!campaign.getClosedAt().isEmpty()) {
            return language.choose("close le ", "closed ") + LocalTime.of(campaign.getClosedAt());
        }
        return campaign.getPaused()
                ? language.choose("SUSPENDUE", "HELD")
                : language.choose("ouverte le ", "opened ") + LocalTime.of(campaign.getOpenedAt());
    }

    void copies(List<CampaignCopy> copies) {
        var table = switch (language) {
            case FRENCH -> new Table("N°", "JEU", "ÉTAPE", "TAILLE", "DE", "VERS", "PAR", "AVANT LE", "FIN PRÉVUE");
            case ENGLISH -> new Table("NO.", "DATASET", "STAGE", "SIZE", "FROM", "TO", "BY", "BEFORE", "EXPECTED END");
        };
        copies.forEach(copy -> table.row(
                copy.getPlace() == 0 ? "–" : Integer.toString(copy.getPlace()),
                copy.getDataset(),
                stage(copy),
                volume(copy.getBytes()),
                copy.getSite(),
                copy.getHome().isEmpty() ? "–" : copy.getHome(),
                MeansWord.word(copy.getMeans(), language),
                (copy.getOverdue() ? language.choose("EN RETARD ", "OVERDUE ") : "") + time(copy.getDeadline()),
                time(copy.getExpectedEnd())));
        table.print(screen);
        copies.stream()
                .filter(CampaignCopy::hasWaiting)
                .forEach(copy -> Paragraph.print(
                        screen, INDENT, copy.getDataset() + language.choose(" : ", ": ") + words(copy.getWaiting())));
        copies.stream()
                .filter(CampaignCopy::hasWithdrawal)
                .forEach(copy -> Paragraph.print(
                        screen,
                        INDENT,
                        copy.getDataset()
                                + language.choose(" : retirée le ", ": withdrawn ")
                                + done(copy.getWithdrawal(), language)));
        laws(copies.stream().flatMap(copy -> copy.getLawList().stream()));
    }

    /** How the evidence of one copy stands. */
    void evidence(CampaignCopy copy) {
        copy.getSignaturesList()
                .forEach(signature -> screen.line(
                        "« " + signature.getTitle() + " » signé par " + signature.getBy() + " (entrée "
                                + signature.getJournalIndex() + ").",
                        "\"" + signature.getTitle() + "\" signed by " + signature.getBy() + " (entry "
                                + signature.getJournalIndex() + ")."));
        if (copy.getErasedAt().isEmpty()) {
            screen.line(
                    "Il manque la signature d'une autre personne sur le même document.",
                    "The signature of another person on the same document is missing.");
        } else {
            screen.line(
                    "La copie de " + copy.getDataset() + " à " + copy.getSite() + " est inscrite comme effacée.",
                    "The copy of " + copy.getDataset() + " at " + copy.getSite() + " is recorded as erased.");
        }
    }

    void unplanned(Unplanned copy) {
        Paragraph.print(
                screen,
                INDENT,
                copy.getDataset()
                        + language.choose(" : sans site d'accueil. ", ": no site at home. ")
                        + words(copy.getReason()));
    }

    private void balances(List<Balance> owners, Balance total) {
        var table = switch (language) {
            case FRENCH ->
                new Table("MINISTÈRE", "FAITES", "AU PAYS", "COPIES", "RETIRÉES", "RESTE", "EN RETARD", "FIN PRÉVUE");
            case ENGLISH ->
                new Table("MINISTRY", "DONE", "HOME", "COPIES", "WITHDRAWN", "LEFT", "OVERDUE", "EXPECTED END");
        };
        Stream.concat(owners.stream(), Stream.of(total))
                .forEach(balance -> table.row(
                        balance.getOwner().isEmpty() ? language.choose("Ensemble", "All") : balance.getOwner(),
                        Integer.toString(balance.getDone()),
                        Integer.toString(balance.getHome()),
                        Integer.toString(balance.getCopies()),
                        Integer.toString(balance.getWithdrawn()),
                        volume(balance.getBytesLeft()),
                        overdue(balance),
                        time(balance.getExpectedEnd())));
        table.print(screen);
        laws(total.getOverdueUnderList().stream());
    }

    private static String overdue(Balance balance) {
        String rules =
                balance.getOverdueUnderList().stream().map(CitedRule::getId).collect(joining(", "));
        return balance.getOverdue() + (rules.isEmpty() ? "" : " (" + rules + ")");
    }

    private void laws(Stream<CitedRule> laws) {
        laws.map(law -> law.getId() + language.choose(" : ", ": ") + words(law.getTitle()) + " — " + bases(law))
                .distinct()
                .sorted()
                .forEach(line -> Paragraph.print(screen, INDENT, line));
    }

    private String bases(CitedRule law) {
        String cited = String.join(" ; ", law.getLegalBasisList());
        return language.choose(cited, Citation.english(cited));
    }

    private String stage(CampaignCopy copy) {
        return stage(copy.getStage(), language)
                + (copy.getStage() == RepatriationStage.REPATRIATION_STAGE_SEALED && copy.getSignaturesCount() > 0
                        ? language.choose(" (1 signature sur 2)", " (1 of 2 signatures)")
                        : "");
    }

    static String stage(RepatriationStage stage, Language language) {
        return switch (stage) {
            case REPATRIATION_STAGE_NAMED -> language.choose("à planifier", "to be planned");
            case REPATRIATION_STAGE_PLANNED -> language.choose("planifiée", "planned");
            case REPATRIATION_STAGE_COPYING -> language.choose("en copie", "copying");
            case REPATRIATION_STAGE_PROVED -> language.choose("prouvée", "proved");
            case REPATRIATION_STAGE_SEALED -> language.choose("scellée au pays", "sealed at home");
            case REPATRIATION_STAGE_DONE -> language.choose("faite", "done");
            case REPATRIATION_STAGE_WITHDRAWN -> language.choose("retirée", "withdrawn");
            case REPATRIATION_STAGE_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    private String volume(long bytes) {
        return Volume.of(bytes, screen.locale(), language);
    }

    private static String time(String instant) {
        return instant.isEmpty() ? "–" : LocalTime.of(instant);
    }

    private String words(Sentence sentence) {
        return language.choose(sentence.getFr(), sentence.getEn());
    }
}
