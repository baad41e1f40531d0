package org.liptako.node.console;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.node.TrialFederation;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialPress;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Three whole nodes with the samples, signed rules of several versions and a version of a dataset to copy, and people of any State and language at browsers. */
final class PictureStage implements AutoCloseable {
    static final String DATASET = "ML-DS-008";

    private static final int MEBIBYTES = 6;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String FIRST = """
              - id: ML-FONCIER-1
                titre: {fr: "Copies des registres fonciers", en: "Copies of land registers"}
                texte: {fr: "Une copie des registres fonciers est admise au Mali, dans un site de l'État.", en: "A copy of the land registers is admitted in Mali, at a State site."}
                base_legale: [{instrument: "Arrêté d'exemple n° 14", article: "7", statut: exemple}]
                effet: autoriser
                au_titre_de: origine
                en_vigueur: {du: 2026-01-01}
                champ: {operation: [repliquer, sauvegarder], jeu.categories: foncier}
                condition:
                  tous:
                    - {fait: lieu.etat, est: ML}
                    - {fait: lieu.exploitation, est: etat}
            """;
    private static final String SECOND = """
              - id: ML-FONCIER-1
                titre: {fr: "Copies des registres fonciers", en: "Copies of land registers"}
                texte: {fr: "Une copie chiffrée des registres fonciers est admise au Mali ou au Niger, dans un site de l'État.", en: "An encrypted copy of the land registers is admitted in Mali or Niger, at a State site."}
                base_legale: [{instrument: "Arrêté d'exemple n° 14", article: "7", statut: exemple}]
                effet: autoriser
                au_titre_de: origine
                en_vigueur: {du: 2026-01-01}
                champ: {operation: [repliquer, sauvegarder], jeu.categories: foncier}
                condition:
                  tous:
                    - {fait: lieu.etat, parmi: [ML, NE]}
                    - {fait: lieu.exploitation, est: etat}
                    - {fait: copie.chiffree, est: oui}
              - id: ML-FONCIER-2
                titre: {fr: "Pas de copie des registres fonciers à l'étranger", en: "No copy of land registers abroad"}
                texte: {fr: "Hors de l'Alliance, aucune copie des registres fonciers n'est admise.", en: "Outside the Alliance no copy of the land registers is admitted."}
                base_legale: [{instrument: "Arrêté d'exemple n° 14", article: "8", statut: exemple}]
                effet: exiger
                au_titre_de: origine
                en_vigueur: {du: 2030-07-01}
                champ: {jeu.categories: foncier}
                condition: {fait: lieu.etat, dans: AES}
            """;

    private final Chromium chromium;
    private final TrialFederation federation;
    private final Map<String, Reader> readers = new HashMap<>();

    PictureStage(Path directory) throws IOException {
        chromium = new Chromium(TrialRegion.tree()
                .node(TrialRegion.capital(State.ML), 1)
                .read()
                .chain()
                .getLast());
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        federation = TrialFederation.withoutRules(directory);
        federation.takeTheSamples();
        publishTheRules();
        ReplicaServiceGrpc.newBlockingStub(federation.channel(State.ML, TrialRegion.operator(State.ML)))
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory("files")
                        .build());
    }

    private void publishTheRules() {
        for (State state : State.values()) {
            try (NodeConnection officer = NodeConnection.open(
                    new NodeTarget("127.0.0.1", federation.port(state), TrialFederation.serverName(state)),
                    new ClientCredentials(
                            TrialRegion.tree().officer(state, 1).read(),
                            TrialRegion.tree().root().certificate()))) {
                publish(state, new TrialPress(officer));
            }
        }
        List<RulebookServiceGrpc.RulebookServiceBlockingStub> books = Stream.of(State.values())
                .map(state -> federation.channel(state, TrialRegion.operator(state)))
                .map(RulebookServiceGrpc::newBlockingStub)
                .toList();
        await().atMost(LONG)
                .until(() -> books.stream()
                                .map(book -> book.getRuleSet(GetRuleSetRequest.getDefaultInstance())
                                        .getRuleSet())
                                .distinct()
                                .count()
                        == 1);
    }

    private static void publish(State state, TrialPress press) {
        Jurisdiction own = Jurisdiction.ofState(state.name()).orElseThrow();
        if (state == State.ML) {
            press.publish(Jurisdiction.AES, TrialLaw.samples(Jurisdiction.AES, ""), Instant.EPOCH);
            press.publish(own, TrialLaw.samples(own, FIRST), Instant.EPOCH);
            press.publish(own, TrialLaw.samples(own, SECOND), Instant.EPOCH);
            press.publish(own, TrialLaw.samples(own, FIRST), Instant.parse("2030-01-01T00:00:00Z"));
        } else {
            press.publish(own, TrialLaw.samples(own, ""), Instant.EPOCH);
        }
    }

    /** The page to which a fresh link leads, with nobody signed in. */
    Reader visitor(State state, Role role, String language) {
        return new Reader(chromium.memory(Look.in(language).options()), root(state), Words.in(language))
                .goesTo(link(state, role));
    }

    /** Somebody who has signed in; the same person at the same window each time. */
    Reader reader(State state, Role role, String language) {
        return requireNonNull(readers.computeIfAbsent(
                String.join(" ", List.of(state.name(), role.name(), language)),
                name -> visitor(state, role, language).clicks("enter.go").sees("title.home")));
    }

    private String link(State state, Role role) {
        URI address = URI.create(federation.link(state, TrialRegion.of(TrialRegion.someone(state, role))));
        return address.getPath() + "?" + address.getQuery();
    }

    private String root(State state) {
        return "http://127.0.0.1:" + federation.node(state).card().console();
    }

    @Override
    public void close() {
        chromium.close();
        federation.close();
    }
}
