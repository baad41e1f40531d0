package org.liptako.node.placement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialTerms.copy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.replay.DecisionReader;
import org.liptako.node.replay.RuleShelf;
import org.liptako.node.replay.RuleSource;
import org.liptako.node.replay.Why;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** Where the two States had not the same facts before them, each finding is explained on those that its State had. */
class WhyIT {
    private static final SourceFile MALIS = file("ml", """
              - id: ML-SUR-1
                titre: {fr: "Copie en lieu sûr", en: "Copy in a safe place"}
                texte: {fr: "Copie en lieu sûr.", en: "Copy in a safe place."}
                base_legale: [{instrument: "Loi d'essai", article: "7", statut: exemple}]
                effet: autoriser
                au_titre_de: origine
                en_vigueur: {du: 2024-01-01}
                champ: {operation: repliquer}
                condition: {un_de: [{fait: lieu.niveau, au_moins: 1}, {fait: jeu.strategique, est: non}]}
            """);
    private static final SourceFile BURKINAS = file("bf", """
              - id: BF-SUR-1
                titre: {fr: "Accueil en lieu sûr", en: "Hosting in a safe place"}
                texte: {fr: "Accueil en lieu sûr.", en: "Hosting in a safe place."}
                base_legale: [{instrument: "Loi d'essai", article: "8", statut: exemple}]
                effet: autoriser
                au_titre_de: accueil
                en_vigueur: {du: 2024-01-01}
                champ: {operation: repliquer}
                condition: {fait: lieu.niveau, au_moins: 1}
            """);
    private static final RuleSource RULES = (jurisdiction, digest) -> Optional.of(files(jurisdiction));

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    private final TrialNode.Means usual = TrialNode.Means.USUAL.under(TrialRules.load(
            Jurisdiction.all().stream().flatMap(one -> files(one).stream()).toList()));

    @Test
    void homesLastWordIsOnWhatTheHostSaidAsWell() throws Exception {
        TrialNode mali = nodes.node(State.ML, usual);
        TrialNode burkina = nodes.node(State.BF, usual);
        TrialNodes.introduce(mali, burkina);
        mali.requests.request(mali.operator(), new RequestId("permitted"), copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(about(mali, "GRANT", "ML-SUR-1"))
                .anyMatch(line ->
                        line.matches(".*\\[vrai].*Niveau du lieu : \\d, selon l'État d'accueil, Burkina Faso.*"));
        assertThat(about(burkina, "OFFER", "BF-SUR-1"))
                .anyMatch(line ->
                        line.matches(".*\\[vrai].*Niveau du lieu : \\d, selon l'État d'accueil, Burkina Faso.*"));
    }

    @Test
    void homesFirstWordKnewNothingOfThePlaceAndSaysSoThoughTheHostSpokeOfItAfterwards() throws Exception {
        TrialNode mali = nodes.node(State.ML, usual);
        TrialNode burkina = nodes.node(State.BF, usual.judgingBy(LenientEngine::new));
        TrialNodes.introduce(mali, burkina);
        Placement refused = mali.requests.request(
                mali.operator(), new RequestId("differing"), copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        assertThat(refused.standing().reason()).isEqualTo("FINDINGS_DIFFER");

        List<String> lines = about(mali, "REFUSAL", "ML-SUR-1");

        assertThat(lines)
                .anyMatch(line -> line.contains("[inconnu]")
                        && line.contains("Niveau du lieu : inconnu, selon l'État d'accueil, Burkina Faso"))
                .anyMatch(line ->
                        line.contains("[vrai]") && line.contains("Base stratégique : non, selon l'État d'origine"));
    }

    /** The lines about one rule of the first decision of a kind, as a reader of the State's journal gets them. */
    private static List<String> about(TrialNode node, String kind, String rule) throws Exception {
        String payload = node.journal.read(0, 1_000).stream()
                .map(JournalEntry::opening)
                .map(opening -> opening.payload())
                .filter(one -> one.startsWith("{\"type\":\"" + kind + "\""))
                .findFirst()
                .orElseThrow();
        List<String> lines = new Why(new RuleShelf(RULES))
                .of(new DecisionReader().read(payload)).stream()
                        .map(Sentence::fr)
                        .toList();
        return lines.stream()
                .dropWhile(line -> !line.startsWith("  " + rule))
                .skip(1)
                .takeWhile(line -> line.startsWith("    "))
                .toList();
    }

    private static List<SourceFile> files(Jurisdiction jurisdiction) {
        String code = jurisdiction.name().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(TrialRules.file(code + ".yaml")),
                        Stream.of(MALIS, BURKINAS).filter(file -> file.path().startsWith(code)))
                .toList();
    }

    private static SourceFile file(String code, String rules) {
        return new SourceFile(
                code + "-sur.yaml",
                ("recueil: " + code.toUpperCase(Locale.ROOT) + "\nregles:\n" + rules).getBytes(UTF_8));
    }
}
