package org.liptako.node.cli.demo.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.cli.registry.ReplicaTable;
import org.liptako.node.wire.Sentence;
import org.liptako.registry.v1.Coverage;
import org.liptako.registry.v1.Dataset;
import org.liptako.registry.v1.ListDatasetsRequest;
import org.liptako.registry.v1.ListReplicasRequest;
import org.liptako.registry.v1.ListReplicasResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;

/** Step 11: every dataset, every copy, who allowed it, under which rule. */
public final class RegulatorsTable implements Step {
    private static final int ALL = 10_000;
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "11 regulator's table";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Le tableau du régulateur : chaque jeu, chaque copie, qui l'a permise, selon quelle règle.",
                "The regulator's table: every dataset, every copy, who allowed it, under which rule.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "chaque jeu a ses copies ; 3 copies scellées, chacune permise par deux États selon leurs règles",
                "every dataset has its copies; 3 copies sealed, each allowed by two States under their rules");
    }

    @Override
    public String play(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "La régulatrice du Niger demande toutes les copies, au nœud du Niger.",
                        "Niger's regulator asks for every copy, at Niger's node."));
        var datasets = scene.people()
                .ask(
                        Person.REGULATOR,
                        Place.NIAMEY,
                        node -> node.service(RegistryServiceGrpc::newBlockingStub)
                                .listDatasets(ListDatasetsRequest.newBuilder()
                                        .setPageSize(ALL)
                                        .build()))
                .getDatasetsList();
        var answer = Await.until(CAUGHT_UP, () -> Optional.of(copies(scene)).filter(RegulatorsTable::isCurrent))
                .orElseGet(() -> copies(scene));
        scene.narrator()
                .show(new ReplicaTable(answer.getReplicasList(), answer.getCoverageList())
                        .lines(scene.narrator().language()));
        requireCopies(datasets, answer);
        var sealed = answer.getReplicasList().stream()
                .filter(replica -> replica.getStatus().equals("SEALED")
                        && !replica.getGrant().isEmpty())
                .toList();
        UnexpectedOutcomeException.unless(sealed.size() == 3, sealed.size() + " copies sealed under a grant");
        sealed.forEach(RegulatorsTable::requireAllowed);
        return expected();
    }

    private static ListReplicasResponse copies(Scene scene) {
        return scene.people()
                .ask(
                        Person.REGULATOR,
                        Place.NIAMEY,
                        node -> node.service(RegistryServiceGrpc::newBlockingStub)
                                .listReplicas(ListReplicasRequest.newBuilder()
                                        .setPageSize(ALL)
                                        .build()));
    }

    /** Whether Niger's node has heard both others since their lines and nodes were down. */
    private static boolean isCurrent(ListReplicasResponse answer) {
        return answer.getCoverageList().stream().allMatch(Coverage::getCurrent);
    }

    private static void requireCopies(List<Dataset> datasets, ListReplicasResponse answer) {
        var held = answer.getReplicasList().stream().map(Replica::getDataset).collect(Collectors.toSet());
        var without = datasets.stream()
                .map(Dataset::getId)
                .filter(id -> !held.contains(id))
                .toList();
        UnexpectedOutcomeException.unless(
                datasets.size() == Prologue.DATASETS && without.isEmpty(),
                datasets.size() + " datasets, without a copy: " + without);
    }

    private static void requireAllowed(Replica replica) {
        UnexpectedOutcomeException.unless(
                replica.getAllowedByCount() == 2 && replica.getRulesCount() >= 2,
                replica.getDataset() + " at " + replica.getSite() + " allowed by " + replica.getAllowedByList()
                        + " under " + replica.getRulesList());
    }
}
