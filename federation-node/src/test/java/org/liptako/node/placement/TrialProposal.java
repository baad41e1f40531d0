package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.rulebook.PublishedFile;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** A little law in force, and what Mali proposes in its stead: written so that the effects can be counted by hand. */
final class TrialProposal {
    private static final String OLD = """
            recueil: ML
            regles:
              - id: ML-SOL-1
                titre: {fr: "Hébergement au Mali", en: "Hosting in Mali"}
                texte: {fr: "…", en: "…"}
                base_legale: [{instrument: "Loi du sol", article: "1", statut: publie}]
                effet: autoriser
                au_titre_de: origine
                en_vigueur: {du: 2024-07-06}
                champ: {operation: heberger}
                condition: {fait: lieu.etat, est: ML}
              - id: ML-COPIE-1
                titre: {fr: "Copie chiffrée dans l'AES", en: "Encrypted copy in the AES"}
                texte: {fr: "…", en: "…"}
                base_legale: [{instrument: "Loi des copies", article: "3", statut: publie}]
                effet: autoriser
                au_titre_de: origine
                en_vigueur: {du: 2024-07-06}
                champ: {operation: repliquer, copie.chiffree: oui}
            """;

    /** Restricted data comes home on 1 January 2027; internal data needs the APDP at once; public data may lie anywhere. */
    private static final String PROPOSED = OLD + """
              - id: ML-RETOUR-1
                titre: {fr: "Les données restreintes rentrent", en: "Restricted data comes home"}
                texte: {fr: "…", en: "…"}
                base_legale: [{instrument: "Loi du retour", article: "12", statut: publie}]
                effet: exiger
                au_titre_de: origine
                en_vigueur: {du: 2027-01-01}
                champ: {operation: [heberger, repliquer], jeu.classification: diffusion_restreinte}
                condition: {fait: lieu.etat, est: ML}
              - id: ML-APDP-1
                titre: {fr: "Autorisation de l'APDP", en: "The APDP's authorisation"}
                texte: {fr: "…", en: "…"}
                base_legale: [{instrument: "Loi du retour", article: "15", statut: publie}]
                effet: exiger
                au_titre_de: origine
                en_vigueur: {du: 2024-07-06}
                champ: {operation: repliquer, jeu.classification: interne}
                condition: {fait: autorisation.APDP, est: accordee}
              - id: ML-OUVERT-1
                titre: {fr: "Données ouvertes partout", en: "Open data anywhere"}
                texte: {fr: "…", en: "…"}
                base_legale: [{instrument: "Loi du retour", article: "20", statut: publie}]
                effet: autoriser
                au_titre_de: origine
                en_vigueur: {du: 2024-07-06}
                champ: {operation: heberger, jeu.classification: public}
            """;

    private static final String HOST = """
            recueil: BF
            regles:
              - id: BF-ACCUEIL-1
                titre: {fr: "Accueil des copies", en: "Hosting copies"}
                texte: {fr: "…", en: "…"}
                base_legale: [{instrument: "Loi d'accueil", article: "2", statut: publie}]
                effet: autoriser
                au_titre_de: accueil
                en_vigueur: {du: 2024-07-06}
                champ: {operation: repliquer}
            """;

    private TrialProposal() {}

    /** The file that Mali proposes. */
    static SourceFile proposed() {
        return file("ml.yaml", PROPOSED);
    }

    /** The law in force. */
    static RulesInForce inForce() {
        List<SourceFile> files = List.of(
                file("ml.yaml", OLD),
                file("bf.yaml", HOST),
                file("ne.yaml", "recueil: NE\nregles: []\n"),
                file("aes.yaml", "recueil: AES\nregles: []\n"));
        RuleSet rules = switch (new RuleLoader(Vocabulary.standard()).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
        Map<Jurisdiction, List<PublishedFile>> published = new EnumMap<>(Jurisdiction.class);
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = files.get(i);
            published.put(Jurisdiction.all().get(i), List.of(new PublishedFile(file.path(), file.bytes())));
        }
        return new RulesInForce(rules, new CompiledEngine(rules), published);
    }

    static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(UTF_8));
    }
}
