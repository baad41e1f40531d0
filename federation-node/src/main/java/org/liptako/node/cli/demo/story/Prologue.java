package org.liptako.node.cli.demo.story;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ListDatasetsRequest;
import org.liptako.registry.v1.RecordAuthorisationRequest;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RecordRetentionRequest;
import org.liptako.registry.v1.Register;
import org.liptako.registry.v1.RegisterServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;

/** What the three States have recorded before the story begins: each its own catalogue and its own registers. */
public final class Prologue {
    /** How many datasets the sample catalogue has. */
    static final int DATASETS = 48;

    private static final Duration SPREAD = Duration.ofMinutes(1);

    private final People people;

    public Prologue(People people) {
        this.people = people;
    }

    /** Records everything, and returns when every node knows every State's datasets. */
    public void play(String sites, String datasets) {
        for (var place : Place.values()) {
            importCatalogue(place, sites);
            importCatalogue(place, datasets);
            declare(place, Register.REGISTER_HOLDS);
            declare(place, Register.REGISTER_INCIDENTS);
        }
        // Niger does not keep its authority's register yet: step 3 needs it.
        declare(Place.BAMAKO, Register.REGISTER_AUTHORISATIONS);
        declare(Place.OUAGADOUGOU, Register.REGISTER_AUTHORISATIONS);
        recordForMali();
        for (var place : Place.values()) {
            awaitAll(place);
        }
    }

    private void recordForMali() {
        people.ask(
                Person.OFFICER,
                Place.BAMAKO,
                node -> node.service(RegisterServiceGrpc::newBlockingStub)
                        .recordAuthorisation(RecordAuthorisationRequest.newBuilder()
                                .setDataset(UnrecordedFact.DATASET)
                                .setOperation("REPLICATE")
                                .setDestination("NE")
                                .setStatus("GRANTED")
                                .setReference("APDP 2026-114 (exemple)")
                                .build()));
        people.ask(
                Person.OFFICER,
                Place.BAMAKO,
                node -> node.service(RegisterServiceGrpc::newBlockingStub)
                        .recordRetention(RecordRetentionRequest.newBuilder()
                                .setDataset(ErasureUnderHold.DATASET)
                                .setUntil("2026-06-30T00:00:00Z")
                                .build()));
        people.ask(
                Person.OFFICER,
                Place.BAMAKO,
                node -> node.service(RegisterServiceGrpc::newBlockingStub)
                        .recordHold(RecordHoldRequest.newBuilder()
                                .setDataset(ErasureUnderHold.DATASET)
                                .setHeld(true)
                                .setReference("Tribunal de Bamako, 2026/77 (exemple)")
                                .build()));
    }

    private void importCatalogue(Place place, String yaml) {
        people.ask(
                Person.ADMINISTRATOR,
                place,
                node -> node.service(RegisterServiceGrpc::newBlockingStub)
                        .importCatalogue(ImportCatalogueRequest.newBuilder()
                                .setYaml(yaml)
                                .build()));
    }

    private void declare(Place place, Register register) {
        people.ask(
                Person.ADMINISTRATOR,
                place,
                node -> node.service(RegisterServiceGrpc::newBlockingStub)
                        .declareRegister(DeclareRegisterRequest.newBuilder()
                                .setRegister(register)
                                .setKept(true)
                                .build()));
    }

    private void awaitAll(Place place) {
        var all = Await.until(SPREAD, () -> Optional.of(known(place)).filter(count -> count == DATASETS));
        if (all.isEmpty()) {
            throw CommandFailure.down(
                    "le nœud de " + place.site() + " ne connaît que " + known(place) + " jeux sur " + DATASETS
                            + " : les journaux des autres ne lui parviennent pas.",
                    "the node of " + place.site() + " knows only " + known(place) + " datasets of " + DATASETS
                            + ": the others' journals do not reach it.");
        }
    }

    private int known(Place place) throws StatusRuntimeException {
        return people.ask(
                Person.REGULATOR,
                place,
                node -> node.service(RegistryServiceGrpc::newBlockingStub)
                        .listDatasets(ListDatasetsRequest.getDefaultInstance())
                        .getDatasetsCount());
    }
}
