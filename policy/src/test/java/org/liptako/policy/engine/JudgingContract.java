package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.policy.engine.Documents.facts;
import static org.liptako.policy.engine.Documents.toBurkina;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Derogation;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.decision.Obligation;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Role;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.RuleSet;

/** Section 4, paragraph by paragraph, whatever the engine. */
public abstract class JudgingContract {
    private static final String PERMIT_ALL = "effet: autoriser";

    protected abstract PolicyEngine engine(RuleSet rules);

    private Decision judge(Rulebook rules, Facts facts) {
        return judge(rules, facts, EnumSet.allOf(Role.class));
    }

    private Decision judge(Rulebook rules, Facts facts, Set<Role> roles) {
        return switch (engine(rules.ruleSet()).judge(facts, roles)) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided undecided -> throw new AssertionError(undecided.toString());
        };
    }

    private Finding home(Rulebook rules, Facts facts) {
        Finding finding = judge(rules, facts).findings().getFirst();
        assertThat(finding.role()).isEqualTo(Role.HOME);
        return finding;
    }

    private static Rulebook rules() {
        return new Rulebook();
    }

    /** Both States permit everything. */
    private static Rulebook open() {
        return rules().rule("ML-A", PERMIT_ALL).rule("BF-A", PERMIT_ALL);
    }

    @Test
    void isIndeterminateWithoutFindingsWhileANeededFactIsMissing() {
        Decision decision = judge(open(), facts("{'at': '2026-07-01T00:00:00Z', 'dataset': {'home': 'ML'}}"));

        assertThat(decision)
                .isEqualTo(new Decision(
                        Verdict.INDETERMINATE,
                        List.of(),
                        List.of("operation", "target.state"),
                        List.of(),
                        List.of(),
                        null));
    }

    @Test
    void namesWhicheverNeededFactIsMissing() {
        for (String missing : List.of("dataset.home", "operation", "target.state")) {
            String document =
                    "{'at': '2026-07-01T00:00:00Z', 'operation': %s, 'dataset': {'home': %s}, 'target': {'state': %s}}"
                            .formatted(
                                    missing.equals("operation") ? "null" : "'STORE'",
                                    missing.equals("dataset.home") ? "null" : "'ML'",
                                    missing.equals("target.state") ? "null" : "'BF'");
            assertThat(judge(open(), facts(document)).missing()).containsExactly(missing);
        }
    }

    @Test
    void asksHomeThenHostThenRegion() {
        assertThat(judge(open(), toBurkina("")).findings())
                .extracting(finding -> finding.jurisdiction() + " " + finding.role())
                .containsExactly("ML HOME", "BF HOST", "AES REGION");
    }

    @Test
    void asksNoHostOnOwnSoilNorOutsideTheMemberStates() {
        for (String state : List.of("ML", "FR")) {
            assertThat(judge(open(), at("2026-07-01T00:00:00Z", "ML", state)).findings())
                    .extracting(Finding::role)
                    .containsExactly(Role.HOME, Role.REGION);
        }
    }

    @Test
    void asksOnlyTheRolesItIsAskedFor() {
        assertThat(judge(open(), toBurkina(""), EnumSet.of(Role.HOST, Role.REGION))
                        .findings())
                .extracting(Finding::role)
                .containsExactly(Role.HOST, Role.REGION);
    }

    @Test
    void considersARuleOnlyInItsCapacity() {
        Rulebook rules = open().rule("ML-1", "effet: interdire, au_titre_de: accueil")
                .rule("BF-1", "effet: interdire, au_titre_de: origine");
        assertThat(judge(rules, toBurkina("")).verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(judge(rules, at("2026-07-01T00:00:00Z", "BF", "ML")).findings())
                .extracting(Finding::rules)
                .startsWith(List.of("BF-1"), List.of("ML-1"));
    }

    @Test
    void considersARuleFromTheFirstInstantOfItsFirstDayToTheLastOfItsLastInLocalTime() {
        Rulebook rules = rules().rule("NE-1", "effet: autoriser, en_vigueur: {du: 2026-07-01, au: 2026-07-02}");
        assertThat(verdict(rules, "2026-06-30T22:59:59.999999999Z")).isEqualTo(Verdict.DENY);
        assertThat(verdict(rules, "2026-06-30T23:00:00Z")).isEqualTo(Verdict.PERMIT);
        assertThat(verdict(rules, "2026-07-02T22:59:59.999999999Z")).isEqualTo(Verdict.PERMIT);
        assertThat(verdict(rules, "2026-07-02T23:00:00Z")).isEqualTo(Verdict.DENY);
    }

    private Verdict verdict(Rulebook rules, String at) {
        return judge(rules, at(at, "NE", "NE")).verdict();
    }

    private static Facts at(String at, String home, String state) {
        return facts("{'at': '%s', 'operation': 'STORE', 'dataset': {'home': '%s'}, 'target': {'state': '%s'}}"
                .formatted(at, home, state));
    }

    @Test
    void aBanThatFiresProhibitsWhateverElseIsUnknown() {
        Rulebook rules = open().rule("ML-B", "effet: interdire, condition: {fait: copie.chiffree, est: non}")
                .rule("ML-C", "effet: interdire, condition: {fait: lieu.mutualise, est: oui}");
        Finding finding = home(rules, toBurkina("'copy': {'encrypted': false}"));

        assertThat(finding.reason()).isEqualTo(Reason.PROHIBITED);
        assertThat(finding.rules()).containsExactly("ML-B");
        assertThat(finding.missing()).isEmpty();
    }

    @Test
    void anExigerBansWhatLacksWhatItRequires() {
        Rulebook rules = open().rule(
                        "ML-B",
                        "effet: exiger, champ: {jeu.strategique: oui}, condition: {fait: copie.chiffree, est: oui}");

        assertThat(home(
                                rules,
                                replicated(
                                        "'copy': {'encrypted': false}, 'dataset': {'home': 'ML', 'strategic': true}, 'target': {'state': 'BF'}"))
                        .reason())
                .isEqualTo(Reason.PROHIBITED);
        assertThat(home(rules, toBurkina("'copy': {'encrypted': true}")).reason())
                .isEqualTo(Reason.PERMITTED);
        assertThat(home(rules, toBurkina("")).missing()).containsExactly("copy.encrypted", "dataset.strategic");
    }

    @Test
    void withoutAPermissionThatMayFireNothingIsPermitted() {
        Rulebook rules = rules().rule("ML-A", "effet: autoriser, champ: {operation: effacer}");
        Finding finding = home(rules, toBurkina(""));

        assertThat(finding.reason()).isEqualTo(Reason.NO_PERMISSION);
        assertThat(finding.rules()).isEmpty();
    }

    @Test
    void anUnknownPermissionIsCitedOnlyWhereNoneIsSure() {
        Rulebook unsure = rules().rule("ML-A", "effet: autoriser, condition: {fait: copie.chiffree, est: oui}");
        assertThat(home(unsure, toBurkina("")).rules()).containsExactly("ML-A");
        assertThat(home(unsure, toBurkina("")).missing()).containsExactly("copy.encrypted");

        Finding sure = home(unsure.rule("ML-B", PERMIT_ALL), toBurkina(""));
        assertThat(sure.reason()).isEqualTo(Reason.PERMITTED);
        assertThat(sure.rules()).containsExactly("ML-B");
    }

    @Test
    void aDerogationThatFiresLiftsTheBanAndIsNamed() {
        Rulebook rules = open().rule("ML-B", "effet: interdire")
                .rule("ML-D", "effet: deroger, deroge_a: [ML-B], obligations: [double_signature]");
        Decision decision = judge(rules, toBurkina(""));

        assertThat(decision.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(decision.findings().getFirst().derogations()).containsExactly(new Derogation("ML-B", "ML-D"));
        assertThat(decision.obligations()).containsExactly(new Obligation("ML-D", "double_signature"));
    }

    @Test
    void anUnknownDerogationLeavesTheBanUndecidedAndItsFactsAreMissing() {
        Rulebook rules = open().rule("ML-B", "effet: interdire, condition: {fait: jeu.etat, est: ML}")
                .rule("ML-D", "effet: deroger, deroge_a: [ML-B], condition: {fait: copie.chiffree, est: oui}");
        Finding finding = home(rules, toBurkina(""));

        assertThat(finding.reason()).isEqualTo(Reason.MISSING_FACTS);
        assertThat(finding.rules()).containsExactly("ML-B");
        assertThat(finding.missing()).containsExactly("copy.encrypted");
        assertThat(finding.derogations()).isEmpty();
    }

    @Test
    void aDerogationInAnotherCapacityLiftsNothing() {
        Rulebook rules = open().rule("ML-B", "effet: interdire")
                .rule("ML-D", "effet: deroger, deroge_a: [ML-B], au_titre_de: accueil");
        assertThat(home(rules, toBurkina("")).reason()).isEqualTo(Reason.PROHIBITED);
    }

    @Test
    void aDerogationFromABanThatDoesNotFireOwesNothing() {
        Rulebook rules = open().rule("ML-B", "effet: interdire, champ: {operation: effacer}")
                .rule("ML-D", "effet: deroger, deroge_a: [ML-B], obligations: [double_signature]");
        Decision decision = judge(rules, toBurkina(""));

        assertThat(decision.verdict()).isEqualTo(Verdict.PERMIT);
        assertThat(decision.obligations()).isEmpty();
    }

    @Test
    void anUndecidedObligationLeavesTheFindingUndecided() {
        for (String rule : List.of(
                "effet: assortir, condition: {fait: copie.chiffree, est: oui}, obligations: [double_signature]",
                "effet: obliger, condition: {fait: copie.chiffree, est: oui}, obligations: [double_signature]",
                "effet: exiger, champ: {jeu.strategique: oui}, condition: {fait: jeu.etat, est: ML}, obligations: [a]")) {
            Finding finding = home(open().rule("ML-O", rule), toBurkina(""));
            assertThat(finding.reason()).isEqualTo(Reason.MISSING_FACTS);
            assertThat(finding.rules()).containsExactly("ML-O");
        }
    }

    @Test
    void anUnknownObligerWithoutObligationsDoesNotHinder() {
        Rulebook rules = open().rule("ML-O", "effet: obliger, condition: {fait: copie.chiffree, est: oui}");
        assertThat(judge(rules, toBurkina("")).verdict()).isEqualTo(Verdict.PERMIT);
    }

    @Test
    void theRegionOnlyObjects() {
        Decision free = judge(open(), toBurkina(""));
        assertThat(free.findings().getLast().reason()).isEqualTo(Reason.NO_OBJECTION);

        Decision banned = judge(open().rule("AES-1", "effet: interdire"), toBurkina(""));
        assertThat(banned.findings().getLast().rules()).containsExactly("AES-1");
        assertThat(banned.verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void aRefusalOfWhatTheLawDemandsIsAConflict() {
        Rulebook rules = open().rule("BF-O", "effet: obliger").rule("ML-B", "effet: interdire");
        Decision decision = judge(rules, toBurkina(""));

        assertThat(decision.verdict()).isEqualTo(Verdict.CONFLICT);
        assertThat(decision.obligedBy()).containsExactly("BF-O");
        assertThat(decision.obligations()).isEmpty();
    }

    @Test
    void aRefusalAndADoubtAreARefusal() {
        Rulebook rules = rules().rule("ML-A", "effet: autoriser, condition: {fait: copie.chiffree, est: oui}");
        Decision decision = judge(rules, toBurkina(""));

        assertThat(decision.findings()).extracting(Finding::verdict).contains(Verdict.INDETERMINATE, Verdict.DENY);
        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.missing()).isEmpty();
    }

    @Test
    void owesByRuleThenAsWritten() {
        Rulebook rules = rules().rule("ML-Z", "effet: autoriser, obligations: [b, a]")
                .rule("ML-E", "effet: exiger, condition: {fait: jeu.etat, est: ML}, obligations: [e]")
                .rule("BF-A", "effet: autoriser, obligations: [c]")
                .rule("AES-O", "effet: assortir, obligations: [d]");
        assertThat(judge(rules, toBurkina("")).obligations())
                .containsExactly(
                        new Obligation("AES-O", "d"),
                        new Obligation("BF-A", "c"),
                        new Obligation("ML-E", "e"),
                        new Obligation("ML-Z", "b"),
                        new Obligation("ML-Z", "a"));
    }

    @Test
    void owesNothingWhereOneOfThoseAskedRefuses() {
        Rulebook rules = rules().rule("ML-X", "effet: interdire").rule("BF-A", "effet: autoriser, obligations: [c]");
        assertThat(judge(rules, toBurkina("")).obligations()).isEmpty();
    }

    @Test
    void obligersAreByIdWhoeverWroteThem() {
        Rulebook rules = open().rule("ML-O", "effet: obliger")
                .rule("BF-O", "effet: obliger")
                .rule("AES-O", "effet: obliger");
        assertThat(judge(rules, toBurkina("")).obligedBy()).containsExactly("AES-O", "BF-O", "ML-O");
    }

    @Test
    void isValidUntilTheLawOfAnAskedJurisdictionMayChange() {
        Rulebook rules = open().rule("ML-L", "effet: autoriser, en_vigueur: {du: 2027-03-01}")
                .rule("ML-M", "effet: autoriser, au_titre_de: accueil, en_vigueur: {du: 2026-08-01}")
                .rule("NE-L", "effet: autoriser, en_vigueur: {du: 2026-07-02}");
        assertThat(judge(rules, toBurkina("")).validUntil()).isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(judge(open(), toBurkina("")).validUntil()).isNull();
    }

    @Test
    void isValidUntilASpaceThatARuleNamesChanges() {
        Rulebook rules = open().rule("ML-S", "effet: autoriser, condition: {fait: lieu.etat, dans: CEDEAO}");
        assertThat(judge(rules, at("2025-01-28T23:59:59.5Z", "ML", "ML")).validUntil())
                .isEqualTo(Instant.parse("2025-01-29T00:00:00Z"));
        assertThat(judge(rules, at("2025-01-29T00:00:00Z", "ML", "ML")).validUntil())
                .isNull();
    }

    @Test
    void belongsToASpaceByTheDayJudged() {
        Rulebook rules = rules().rule("ML-S", "effet: autoriser, condition: {fait: lieu.etat, dans: CEDEAO}");
        assertThat(judge(rules, at("2025-01-28T23:59:59Z", "ML", "ML")).verdict())
                .isEqualTo(Verdict.PERMIT);
        assertThat(judge(rules, at("2025-01-29T00:00:00Z", "ML", "ML")).verdict())
                .isEqualTo(Verdict.DENY);
        Rulebook alliance = rules().rule("ML-S", "effet: autoriser, condition: {fait: lieu.etat, dans: AES}");
        assertThat(judge(alliance, at("2024-07-05T23:59:59Z", "ML", "ML")).verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(judge(alliance, at("2024-07-06T00:00:00Z", "ML", "ML")).verdict())
                .isEqualTo(Verdict.PERMIT);
    }

    @Test
    void everyFormComparesAsItSays() {
        String known =
                "'dataset': {'home': 'ML', 'categories': ['TAX', 'HEALTH', 'TAX'], 'classification': 'INTERNAL', 'id': 'X'}, "
                        + "'target': {'state': 'BF', 'owner_state': 'ZW', 'site': 'X', 'tier': 3, 'quota_left_gb': -9223372036854775808, 'isolated_for': 'ML'}";
        for (String holds : List.of(
                "{fait: jeu.categories, est: sante}",
                "{fait: jeu.categories, parmi: [justice, fiscal]}",
                "{fait: jeu.categories, uniquement: [fiscal, sante, justice]}",
                "{pas: {fait: jeu.categories, uniquement: [fiscal]}}",
                "{fait: jeu.classification, au_moins: interne, au_plus: secret}",
                "{pas: {fait: jeu.classification, au_moins: diffusion_restreinte}}",
                "{fait: lieu.niveau, au_plus: 3}",
                "{fait: lieu.niveau, parmi: [1, 3]}",
                "{pas: {fait: lieu.quota_restant_go, au_moins: -9223372036854775807}}",
                "{fait: lieu.quota_restant_go, est: -9223372036854775808}",
                "{fait: lieu.site, est: X}",
                "{pas: {fait: lieu.site, est: x}}",
                "{fait: lieu.site, parmi: [W, X]}",
                "{pas: {fait: lieu.site, parmi: [W, Y]}}",
                "{fait: lieu.site, egale: jeu.id}",
                "{fait: jeu.classification, parmi: [public, interne]}",
                "{pas: {fait: jeu.classification, parmi: [public, secret]}}",
                "{fait: lieu.niveau, parmi: [3, 4]}",
                "{pas: {fait: lieu.niveau, parmi: [2, 4]}}",
                "{pas: {fait: jeu.categories, est: justice}}",
                "{pas: {fait: jeu.categories, parmi: [justice, foncier]}}",
                "{fait: lieu.etat_du_proprietaire, parmi: [ZM, ZW]}",
                "{pas: {fait: lieu.etat_du_proprietaire, parmi: [AD, ZM]}}",
                "{fait: lieu.etat, dans: AES}",
                "{pas: {fait: lieu.etat_du_proprietaire, dans: AES}}",
                "{fait: lieu.cloisonne_pour, egale: jeu.etat}",
                "{pas: {fait: lieu.etat, egale: jeu.etat}}",
                "{fait: jeu.categories, egale: jeu.categories}",
                "{un_de: [{fait: lieu.mutualise, est: oui}, {fait: lieu.etat, parmi: [BF, FR]}]}")) {
            Rulebook rules = rules().rule("ML-A", "effet: autoriser, condition: " + holds);
            assertThat(home(rules, replicated(known)).reason()).as(holds).isEqualTo(Reason.PERMITTED);
            Rulebook none = rules().rule("ML-A", "effet: autoriser, condition: {pas: " + holds + "}");
            assertThat(home(none, replicated(known)).reason())
                    .as("not " + holds)
                    .isEqualTo(Reason.NO_PERMISSION);
        }
    }

    private static Facts replicated(String groups) {
        return facts("{'at': '2026-07-01T00:00:00Z', 'operation': 'REPLICATE', " + groups + "}");
    }

    @Test
    void aFormOverAnUnknownFactIsUnknownEvenWhereEveryValueWouldDo() {
        for (String form : List.of(
                "{fait: copie.chiffree, parmi: [oui, non]}",
                "{fait: lieu.site, parmi: [X, Y]}",
                "{fait: lieu.site, egale: jeu.id}",
                "{fait: lieu.niveau, parmi: [1, 3]}",
                "{fait: lieu.etat_du_proprietaire, parmi: [FR, SN]}",
                "{fait: jeu.categories, est: sante}",
                "{un_de: [{fait: copie.chiffree, est: oui}, {pas: {fait: copie.chiffree, est: oui}}]}",
                "{fait: lieu.cloisonne_pour, egale: lieu.etat_du_proprietaire}",
                "{fait: copie.chiffree, egale: lieu.mutualise}")) {
            Rulebook rules = rules().rule("ML-A", "effet: autoriser, condition: " + form);
            assertThat(home(rules, toBurkina("")).reason()).as(form).isEqualTo(Reason.MISSING_FACTS);
        }
    }
}
