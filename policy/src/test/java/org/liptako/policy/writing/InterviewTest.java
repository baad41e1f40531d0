package org.liptako.policy.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Vocabulary;

class InterviewTest {
    private static final String BF = """
            recueil: BF
            regles:
            # what stands before is kept
            - id: BF-1
              titre: {fr: "Rien", en: "Nothing"}
              texte: {fr: "Rien", en: "Nothing"}
              base_legale: [{instrument: "Loi", article: "1", statut: exemple}]
              effet: interdire
              en_vigueur: {du: 2026-01-01}""";

    /** Clause by clause: an exiger with a scope of two facts and a nested condition. */
    private static final String REQUIREMENT = """
            BF
            BF-2
            La santé reste au pays
            Health stays at home
            Les données de santé sont hébergées au Burkina Faso.
            Health data are hosted in Burkina Faso.
            Loi n° 001-2021/AN du 30 mars 2021
            12
            publie

            1er juillet 2027


            exiger

            origine
            oui
            operation
            heberger, 2
            oui
            jeu.categories
            sante

            un_de
            fait
            lieu.etat
            est
            BF
            oui
            pas
            fait
            copie.chiffree
            non

            oui
            joindre_la_reference_de_l_autorisation
            """;

    @Test
    void writesARuleBehindThoseThatAreThereAndShowsWhatTheMachineUnderstood() throws AnswersEndedException {
        Desk desk = desk(BF);
        ScriptedDialogue dialogue = new ScriptedDialogue(REQUIREMENT);
        RuleDraft draft = new Interview(desk, dialogue).ask();

        assertThat(dialogue.left()).isEmpty();
        assertThat(Destination.of(draft, desk, Optional.empty())).contains(new Destination("bf.yaml", """

                - id: BF-2
                  titre: {fr: "La santé reste au pays", en: "Health stays at home"}
                  texte: {fr: "Les données de santé sont hébergées au Burkina Faso.", en: "Health data are hosted in Burkina Faso."}
                  base_legale:
                    - {instrument: "Loi n° 001-2021/AN du 30 mars 2021", article: "12", statut: publie}
                  effet: exiger
                  au_titre_de: origine
                  en_vigueur: {du: 2027-07-01}
                  champ:
                    operation: [heberger, repliquer]
                    jeu.categories: sante
                  condition: {un_de: [{fait: lieu.etat, est: BF}, {pas: {fait: copie.chiffree, est: non}}]}
                  obligations: [joindre_la_reference_de_l_autorisation]
                """, false));
        assertThat(dialogue.said())
                .contains(
                        "Compris : Fondement : Loi n° 001-2021/AN du 30 mars 2021, article : 12 (texte publié).",
                        "Compris : Burkina Faso ; pour ses propres données, où qu’elles aillent ; en vigueur à partir du 1er juillet 2027.",
                        "Compris : si l’opération est « héberger » ou « répliquer » et la liste des catégories de données contient « santé ».",
                        "Compris : si l’État du lieu est Burkina Faso (BF) ou la copie est chiffrée.",
                        "Compris : Qui la respecte doit aussi : joindre la référence de l’autorisation.");
    }

    @Test
    void refusesEachAnswerThatTheLoaderWouldRefuseAndAsksAgain() {
        ScriptedDialogue dialogue = new ScriptedDialogue("""
                MLI
                Mali
                BF-7
                ML 7
                ML-7
                a
                a
                a
                a
                a
                a
                paru
                publie

                32 juillet 2027
                1er juillet 2027
                1er juin 2027

                1er juillet 2027


                permettre
                """);

        assertThatThrownBy(() -> new Interview(desk(BF), dialogue).ask()).isInstanceOf(AnswersEndedException.class);
        assertThat(dialogue.said())
                .contains(
                        "« MLI » n’est pas dans la liste : vouliez-vous dire « ML » ?",
                        "L'identifiant « BF-7 » n'est pas de la forme « ML-… », du nom de son recueil : renommez la règle ou déplacez-la.",
                        "« paru » n’est pas dans la liste : donnez un mot ou son numéro, de 1 à 3.",
                        "« 32 juillet 2027 » n'est pas un jour : écrivez par exemple « 1er juillet 2027 » ou 2027-07-01.",
                        "La règle prend fin (au 2027-06-01) avant de commencer (du 2027-07-01) : corrigez l'une des dates.");
        assertThat(dialogue.said().toString()).contains("« permettre » n’est pas dans la liste");
    }

    @Test
    void anAesRuleIsNeitherAskedForACapacityNorOfferedAPermission() throws AnswersEndedException {
        Desk desk = desk(BF);
        RuleDraft draft = new Interview(desk, new ScriptedDialogue("""
                        AES
                        AES-1
                        a
                        b
                        c
                        d
                        e
                        f
                        1

                        2027-07-01


                        interdire
                        oui


                        """)).ask();

        assertThat(draft.item(0)).contains("derogeable: non").doesNotContain("au_titre_de", "champ", "condition");
    }

    @Test
    void aDerogationNamesBansOfItsOwnState() throws AnswersEndedException {
        Desk desk = desk(BF);
        RuleDraft draft = new Interview(desk, new ScriptedDialogue("""
                        BF
                        BF-3
                        a
                        b
                        c
                        d
                        e
                        f
                        1

                        2027-07-01


                        deroger
                        BF-4
                        BF-1
                        tous



                        """)).ask();

        assertThat(draft.item(0)).contains("deroge_a: [BF-1]");
    }

    @Test
    void opensAFileOfItsOwnWhereTheOthersCannotBeAddedTo() throws AnswersEndedException {
        Desk desk = desk("recueil: BF\nregles: []\n");
        RuleDraft draft = new Interview(desk, new ScriptedDialogue(REQUIREMENT)).ask();

        assertThat(Destination.of(draft, desk, Optional.empty())).hasValueSatisfying(there -> {
            assertThat(there.path()).isEqualTo("bf-2.yaml");
            assertThat(there.isNew()).isTrue();
        });
        assertThat(Destination.of(draft, desk, Optional.of("bf.yaml"))).isEmpty();
    }

    @Test
    void writesALongConditionOverSeveralLinesThatLoadTheSame() throws AnswersEndedException {
        Desk desk = desk(BF);
        String longer = REQUIREMENT.replace(
                "copie.chiffree\nnon\n",
                "jeu.categories\nparmi\netat_civil, identite, fiscal, douanes, finances, sante, justice, education\n");
        RuleDraft draft = new Interview(desk, new ScriptedDialogue(longer)).ask();

        assertThat(Destination.of(draft, desk, Optional.empty()).orElseThrow().text())
                .contains("""
                  condition:
                    un_de:
                      - {fait: lieu.etat, est: BF}
                      - pas: {fait: jeu.categories, parmi: [etat_civil, identite, fiscal, douanes, finances, sante, justice, education]}
                """);
    }

    @Test
    void givesJurisdictionsThatHaveNoFileAnEmptyOne() {
        Desk desk = opened(List.of(file("bf.yaml", BF)));

        assertThat(desk.added()).extracting(SourceFile::path).containsExactly("ml.yaml", "ne.yaml", "aes.yaml");
    }

    @Test
    void quotesWhateverATitleHolds() {
        RuleDraft draft = new RuleDraft(Jurisdiction.BF);
        draft.put(Key.ID, "BF-9");
        String odd = "a \"b\" \\c: # {d} 'e' — « f »\t%s";
        draft.put(Key.TITLE, YamlText.bilingual(odd, odd));
        Desk desk = desk(BF);

        assertThat(desk.mistakes(draft)).isEmpty();
        assertThat(desk.reading(draft).rule().title()).isEqualTo(new Bilingual(odd, odd));
        assertThat(desk.with(file("bf.yaml", BF))).isInstanceOf(LoadResult.Loaded.class);
    }

    private static Desk desk(String bf) {
        List<SourceFile> others = Stream.of("ML", "NE", "AES")
                .map(code -> file(code + ".yaml", "recueil: " + code + "\nregles: []\n"))
                .toList();
        return opened(
                Stream.concat(others.stream(), Stream.of(file("bf.yaml", bf))).toList());
    }

    private static Desk opened(List<SourceFile> files) {
        return ((Desk.Opening.Open) Desk.of(files, Vocabulary.standard())).desk();
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(UTF_8));
    }
}
