package org.liptako.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.engine.Rulebook;
import org.liptako.policy.engine.SampleRulesContract;
import org.liptako.policy.rules.RuleSet;

class ComparisonTest {
    private static final Instant AT = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void findsNoDifferenceBetweenARuleSetAndItself() {
        RuleSet samples = SampleRulesContract.samples();

        assertThat(new Comparison(samples, samples, AT).differences()).isEmpty();
    }

    @Test
    void showsWhatAWiderPermissionPermits() {
        List<Difference> found = differences(
                "effet: autoriser, champ: {operation: heberger, jeu.classification: {au_plus: interne}}",
                "effet: autoriser, champ: {operation: heberger, jeu.classification: {au_plus: secret}}");

        assertThat(found).hasSize(1);
        Difference one = found.getFirst();
        assertThat(one.kind()).isEqualTo(Difference.Kind.NEWLY_PERMITTED);
        assertThat(one.isComplete()).isTrue();
        assertThat(one.old().verdict()).isEqualTo(Verdict.DENY);
        assertThat(one.now().verdict()).isEqualTo(Verdict.PERMIT);
    }

    @Test
    void showsOneDifferenceForEachOperationAndHomeStateConcerned() {
        assertThat(differences(
                        "effet: autoriser, champ: {operation: heberger}",
                        "effet: autoriser, champ: {operation: [heberger, traiter, archiver]}"))
                .extracting(one -> one.facts()
                        .codes(one.facts().vocabulary().theFact("operation"))
                        .getFirst())
                .containsExactlyInAnyOrder("PROCESS", "ARCHIVE");
    }

    /** Two conditions, each the whole of a Malian ban beside a permission of everything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {pas: {tous: [{fait: copie.chiffree, est: oui}, {fait: lieu.etat, est: ML}]}} | {un_de: [{fait: copie.chiffree, est: non}, {pas: {fait: lieu.etat, est: ML}}]}
                    {fait: lieu.niveau, au_moins: 3} | {pas: {fait: lieu.niveau, au_plus: 2}}
                    {fait: jeu.classification, parmi: [secret, tres_secret]} | {fait: jeu.classification, au_moins: secret}
                    {fait: lieu.etat, egale: jeu.etat} | {fait: lieu.etat, est: ML}
                    {fait: jeu.categories, uniquement: [sante, justice]} | {pas: {fait: jeu.categories, parmi: [etat_civil, identite, fiscal, douanes, finances, agents_de_l_etat, education, foncier, social, commerce, services_en_ligne, statistiques, agriculture, donnees_ouvertes, messagerie, banque, autre]}}
                    """)
    void provesThatTwoWaysOfSayingOneThingPermitTheSame(String one, String other) {
        assertThat(bans(one, other)).isEmpty();
    }

    /** Where nothing but a country, a number or a text that no rule names shows the difference. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {fait: lieu.etat_du_proprietaire, egale: lieu.etat} | {tous: [{fait: lieu.etat_du_proprietaire, egale: lieu.etat}, {pas: {fait: lieu.etat, est: FR}}]}
                    {pas: {fait: lieu.etat_du_proprietaire, egale: lieu.etat}} | {un_de: [{fait: lieu.etat, dans: AES}, {fait: lieu.etat_du_proprietaire, dans: AES}]}
                    {fait: copie.taille_go, au_moins: 500} | {fait: copie.taille_go, au_moins: 501}
                    {pas: {fait: lieu.quota_restant_go, egale: copie.taille_go}} | {pas: {fait: lieu.quota_restant_go, egale: lieu.quota_restant_go}}
                    {fait: lieu.site, est: ML-BKO-1} | {fait: lieu.site, parmi: [ML-BKO-1, ML-KTI-1]}
                    {fait: lieu.etat, dans: UEMOA} | {fait: lieu.etat, dans: CEDEAO}
                    """)
    void findsTheDifferenceThatOnlyUnnamedValuesShow(String one, String other) {
        assertThat(bans(one, other)).isNotEmpty().allMatch(Difference::isComplete);
    }

    @Test
    void needsAsManyUnnamedCountriesAsFactsAreCompared() {
        String allDiffer = "{tous: ["
                + pairs(
                        "lieu.etat_du_proprietaire",
                        "lieu.etat_d_administration_a_distance",
                        "lieu.cloisonne_pour",
                        "copie.etat_depositaire_des_cles",
                        "lieu.etat")
                + "]}";

        assertThat(bans(allDiffer, "{pas: {fait: lieu.etat, egale: lieu.etat}}"))
                .isNotEmpty()
                .allMatch(Difference::isComplete);
    }

    @Test
    void saysWhereTwoSetsThatPermitTheSameAskForDifferentFacts() {
        List<Difference> found = differences(
                "effet: autoriser", "effet: autoriser, condition: {fait: copie.chiffree, parmi: [oui, non]}");

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).isEqualTo(Difference.Kind.NO_LONGER_PERMITTED);
        assertThat(found.getFirst().isComplete()).isFalse();
        assertThat(found.getFirst().now().verdict()).isEqualTo(Verdict.INDETERMINATE);
    }

    private static String pairs(String... facts) {
        return IntStream.range(0, facts.length)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, facts.length)
                        .mapToObj(j -> "{pas: {fait: %s, egale: %s}}".formatted(facts[i], facts[j])))
                .collect(Collectors.joining(", "));
    }

    private static List<Difference> differences(String old, String now) {
        return new Comparison(
                        new Rulebook()
                                .rule("ML-1", old + ", au_titre_de: origine")
                                .ruleSet(),
                        new Rulebook()
                                .rule("ML-1", now + ", au_titre_de: origine")
                                .ruleSet(),
                        AT)
                .differences();
    }

    private static List<Difference> bans(String old, String now) {
        return new Comparison(ban(old), ban(now), AT).differences();
    }

    private static RuleSet ban(String condition) {
        return new Rulebook()
                .rule("ML-1", "effet: autoriser")
                .rule("ML-2", "effet: interdire, condition: " + condition)
                .ruleSet();
    }
}
