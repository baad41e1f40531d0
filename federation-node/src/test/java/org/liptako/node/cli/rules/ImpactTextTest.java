package org.liptako.node.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.placement.v1.AffectedCopy;
import org.liptako.placement.v1.ImpactArticle;
import org.liptako.placement.v1.ImpactDimension;
import org.liptako.placement.v1.ImpactGround;
import org.liptako.placement.v1.ImpactKind;
import org.liptako.placement.v1.ImpactTally;
import org.liptako.placement.v1.ImpactTotals;
import org.liptako.placement.v1.RateOrigin;
import org.liptako.placement.v1.WeighRulesResponse;

class ImpactTextTest {
    private static final ImpactTally ALL = ImpactTally.newBuilder()
            .setUnlawful(1_234)
            .setUndecided(5)
            .setToMoveGb(1_234_567)
            .build();
    private static final WeighRulesResponse COPY = WeighRulesResponse.newBuilder()
            .setCopy(AffectedCopy.newBuilder()
                    .setKind(ImpactKind.IMPACT_KIND_UNLAWFUL)
                    .setDataset("ML-DS-001")
                    .setSite("BF-OUA-1")
                    .setStatus("SEALED")
                    .setFrom("2027-01-01T00:00:00Z")
                    .setSizeGb(17_558)
                    .addGrounds(ImpactGround.newBuilder()
                            .setRule("ML-RETOUR-1")
                            .addArticles(ImpactArticle.newBuilder()
                                    .setInstrument("Loi du retour")
                                    .setArticle("12"))))
            .build();
    private static final WeighRulesResponse BY_STATE = WeighRulesResponse.newBuilder()
            .setTally(ALL.toBuilder()
                    .setDimension(ImpactDimension.IMPACT_DIMENSION_STATE)
                    .setKey("ML"))
            .build();

    @Test
    void writesFiguresAsTheFrenchDo() {
        String text = text(
                Language.FRENCH,
                ImpactTotals.newBuilder()
                        .setRateOrigin(RateOrigin.RATE_ORIGIN_MEASURED)
                        .setRateTransfers(7)
                        .setBytesPerSecond(12_500_000)
                        .setDays(1_143.1));
        assertThat(text)
                .contains("du 22/11/2026 10:00 UTC au 22/11/2027 10:00 UTC")
                .contains("1\u202f234 copies deviennent illicites")
                .contains("À déplacer : 1\u202f234,6 To, en 1\u202f143,1 jours")
                .contains("12,5 Mo/s (débit mesuré sur 7 transferts scellés de ce nœud)");
        assertThat(text.lines())
                .anyMatch(
                        line -> line.matches(
                                "ML-DS-001 +BF-OUA-1 +SEALED +illicite +01/01/2027 00:00 UTC +ML-RETOUR-1 +Loi du retour, 12 +17\u202f558"))
                .anyMatch(line -> line.matches("ML +1\u202f234 +5 +0 +1\u202f234,6"));
    }

    @Test
    void saysWhereTheRateIsFromOrThatThereIsNone() {
        assertThat(text(Language.ENGLISH, ImpactTotals.newBuilder()))
                .contains("No transfer was sealed here yet: give --rate");
        assertThat(text(
                        Language.ENGLISH,
                        ImpactTotals.newBuilder()
                                .setRateOrigin(RateOrigin.RATE_ORIGIN_GIVEN)
                                .setBytesPerSecond(1_000_000)
                                .setDays(2)))
                .contains(
                        "To move: 1,234.6 TB, in 2.0 days, one copy after the other, at 1.0 MB/s (rate given by --rate)");
    }

    @Test
    void countsOneThingAsOneInBothLanguages() {
        ImpactTotals.Builder one = ImpactTotals.newBuilder()
                .setRateOrigin(RateOrigin.RATE_ORIGIN_MEASURED)
                .setRateTransfers(1)
                .setBytesPerSecond(1_000_000)
                .setDays(1);
        ImpactTally oneOfNoSize = ALL.toBuilder().setSizesUnknown(1).build();

        assertThat(text(Language.FRENCH, one, 1, oneOfNoSize))
                .contains("sur 1 copie inscrite au registre")
                .contains("en 1,0 jour, une copie après l'autre")
                .contains("mesuré sur 1 transfert scellé de ce nœud")
                .contains("pas comptées : 1 copie à déplacer.");
        assertThat(text(Language.ENGLISH, one, 1, oneOfNoSize))
                .contains("on 1 copy in this node's registry")
                .contains("over 1 sealed transfer of this node")
                .contains("not counted in it: 1 copy to move.");
    }

    private static String text(Language language, ImpactTotals.Builder totals) {
        return text(language, totals, 100_002, ALL);
    }

    private static String text(Language language, ImpactTotals.Builder totals, long copies, ImpactTally all) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        WeighRulesResponse last = WeighRulesResponse.newBuilder()
                .setTotals(totals.setCopies(copies)
                        .setAll(all)
                        .setFrom("2026-11-22T10:00:00Z")
                        .setUntil("2027-11-22T10:00:00Z"))
                .build();
        ImpactText.print(List.of(COPY, BY_STATE, last), new Screen(out, out, language));
        return text.toString();
    }
}
