package org.liptako.node.cli.tour;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.demo.SampleRegion;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.DatasetFiles;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.cli.demo.story.PermittedCopy;
import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.ReceiptServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;

/** Has happen what the tour says that others do, and returns once it shows at Bamako's node, where most of the tour's questions are asked. */
final class Happenings {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BYTES = 8 << 20;
    private static final String SEALED = "SEALED";
    private static final String UNWITNESSED = "\"witnesses\": 0";

    private final SampleRegion region;

    Happenings(SampleRegion region) {
        this.region = region;
    }

    /** Has it happen. */
    void play(Happening happening) {
        try {
            switch (happening) {
                case FILES_PUT -> putFiles();
                case COPY_ARRIVED -> awaitTheCopy();
                case COPY_MADE -> haveACopyMade();
                case COPY_WITNESSED -> await("le reçu de la copie", "the copy's receipt", this::witnessed);
                case TABLES_WRITTEN -> writeTables();
            }
        } catch (UnexpectedOutcomeException | StatusRuntimeException other) {
            throw CommandFailure.down(
                    "ce qui devait se passer entre les nœuds ne s'est pas passé (" + other.getMessage() + ").",
                    "what should have happened between the nodes has not (" + other.getMessage() + ").");
        }
    }

    private void putFiles() {
        DatasetFiles.write(region.directory().publish(Place.BAMAKO.state()).resolve(Tours.HEALTH), Tours.HEALTH, BYTES);
    }

    /** As in the demonstration's first step. */
    private void haveACopyMade() {
        new PermittedCopy()
                .play(new Scene(
                        region.federation(), region.people(), Narrator.unheard(), region.directory(), Fault.NONE));
        awaitTheCopy();
    }

    private void awaitTheCopy() {
        await("la copie à Ouagadougou", "the copy at Ouagadougou", this::sealed);
    }

    private Optional<Replica> sealed() {
        return region
                .people()
                .ask(
                        Person.OPERATOR,
                        Place.BAMAKO,
                        node -> node.service(RegistryServiceGrpc::newBlockingStub)
                                .where(WhereRequest.newBuilder()
                                        .setDataset(Tours.HEALTH)
                                        .build()))
                .getReplicasList()
                .stream()
                .filter(copy -> copy.getSite().equals(Place.OUAGADOUGOU.site().value())
                        && copy.getStatus().equals(SEALED))
                .findFirst();
    }

    /** Empty for the moment that passes before an entry is read here, signed and cosigned. */
    private Optional<String> witnessed() {
        try {
            return Optional.of(region.people()
                            .ask(
                                    Person.REGULATOR,
                                    Place.BAMAKO,
                                    node -> node.service(ReceiptServiceGrpc::newBlockingStub)
                                            .makeReceipt(MakeReceiptRequest.newBuilder()
                                                    .setCopy(CopyAtSite.newBuilder()
                                                            .setDataset(Tours.HEALTH)
                                                            .setSite(Place.OUAGADOUGOU
                                                                    .site()
                                                                    .value()))
                                                    .build()))
                            .getReceipt()
                            .toStringUtf8())
                    .filter(receipt -> !receipt.contains(UNWITNESSED));
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.FAILED_PRECONDITION) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Two rows that a ministry might send: at first one cell is neither yes nor no. */
    private void writeTables() {
        try {
            Files.writeString(region.directory().root().resolve("jeux.csv"), table("peut-être"));
            Files.writeString(region.directory().root().resolve("jeux-corriges.csv"), table("non"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String table(String strategic) {
        return """
                Jeu;Nom;Nom anglais;Responsable;Classification;Données personnelles;Stratégique;Taille (Go);Copies
                %s;Catalogue des bibliothèques;Library catalogue;Ministère de la culture;public;aucune;non;12;ML-BKO-1
                ML-DS-102;Archives de la radio;Radio archives;Ministère de la culture;interne;aucune;%s;2 400;ML-BKO-1
                """.formatted(Tours.LIBRARIES, strategic);
    }

    private <T> void await(String french, String english, Supplier<Optional<T>> look) {
        if (Await.until(PATIENCE, look).isEmpty()) {
            throw CommandFailure.down(
                    french + " se fait attendre ; recommencez quand la machine est moins chargée.",
                    english + " is long in coming; try again when the machine is less busy.");
        }
    }
}
