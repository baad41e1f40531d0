package org.liptako.node.cli.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierServiceGrpc;
import org.liptako.exchange.v1.ExportDiskRequest;
import org.liptako.exchange.v1.ImportDiskRequest;
import org.liptako.exchange.v1.ImportedDisk;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;

/** Step 10: the line to the source is down, and a copy comes by road, on two encrypted disks, the second one first. */
public final class CopyByRoad implements Step {
    private static final long BYTES = 16 << 20;
    private static final long CAPACITY = 12 << 20;
    private static final Duration CONFIRMATION = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "10 copy by road";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "La ligne d'Ouagadougou vers Bamako est coupée : la copie vient par la route, sur deux disques chiffrés.",
                "The line from Ouagadougou to Bamako is down: the copy comes by road, on two encrypted disks.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "2 disques écrits, repris dans l'autre ordre, copie scellée sans la ligne, les journaux concordent",
                "2 disks written, taken in the other order, sealed without the line, journals match");
    }

    @Override
    public String play(Scene scene) {
        var line = scene.federation().link(Place.OUAGADOUGOU, Place.BAMAKO);
        new Transfers(scene).publishAnew(PermittedCopy.DATASET, "2", BYTES);
        line.cut();
        try {
            var grant = grant(scene);
            var first = write(scene, grant, "disk-1");
            var second = write(scene, grant, "disk-2");
            UnexpectedOutcomeException.unless(
                    first.getDisks() == 2 && second.getDisk() == 2, first.getDisks() + " disks written");
            take(scene, "disk-2");
            take(scene, "disk-1");
            new Transfers(scene).awaitSealed(grant, Place.OUAGADOUGOU);
            line.restore();
            var given =
                    Await.until(CONFIRMATION, () -> new Journals(scene).entry(Place.BAMAKO, "REPLICA_GIVEN", grant));
            UnexpectedOutcomeException.unless(given.isPresent(), "Bamako's journal does not say that it gave the copy");
            scene.narrator()
                    .happened(new Sentence(
                            "La copie est scellée ; la ligne revenue, Bamako l'apprend, et les journaux concordent.",
                            "The copy is sealed; the line is back, Bamako learns of it, and the journals match."));
            return expected();
        } finally {
            line.restore();
        }
    }

    private static String grant(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "Une copie de la nouvelle version de " + PermittedCopy.DATASET + " (16 Mio) à Ouagadougou.",
                        "A copy of the new version of " + PermittedCopy.DATASET + " (16 MiB) at Ouagadougou."));
        return new Asking(scene)
                .requestAccepted(
                        "demo-10-by-road",
                        Asking.replicate(
                                PermittedCopy.DATASET, Place.OUAGADOUGOU.site().value()))
                .getGrant()
                .getSerial();
    }

    private static CourierDisk write(Scene scene, String grant, String name) {
        make(scene.directory().courier(Place.BAMAKO.state()).resolve(name));
        var disk = scene.people().ask(Person.OPERATOR, Place.BAMAKO, node -> {
            var responses = node.stream(CourierServiceGrpc::newBlockingStub)
                    .exportDisk(ExportDiskRequest.newBuilder()
                            .setGrant(grant)
                            .setDirectory(name)
                            .addCapacities(CAPACITY)
                            .build());
            var written = CourierDisk.getDefaultInstance();
            while (responses.hasNext()) {
                written = responses.next().getDisk();
            }
            return written;
        });
        scene.narrator()
                .happened(new Sentence(
                        "Bamako écrit le disque " + disk.getDisk() + " sur " + disk.getDisks() + " : "
                                + Quantity.bytes(disk.getBytes(), Language.FRENCH) + ", sceau "
                                + disk.getSeal().substring(0, 16) + "…",
                        "Bamako writes disk " + disk.getDisk() + " of " + disk.getDisks() + ": "
                                + Quantity.bytes(disk.getBytes(), Language.ENGLISH) + ", seal "
                                + disk.getSeal().substring(0, 16) + "…"));
        return disk;
    }

    private static void take(Scene scene, String name) {
        drive(
                scene.directory().courier(Place.BAMAKO.state()).resolve(name),
                scene.directory().courier(Place.OUAGADOUGOU.state()).resolve(name));
        var imported = scene.people().ask(Person.OPERATOR, Place.OUAGADOUGOU, node -> {
            var responses = node.stream(CourierServiceGrpc::newBlockingStub)
                    .importDisk(
                            ImportDiskRequest.newBuilder().setDirectory(name).build());
            var taken = ImportedDisk.getDefaultInstance();
            while (responses.hasNext()) {
                taken = responses.next().getImported();
            }
            return taken;
        });
        UnexpectedOutcomeException.unless(
                imported.getFailed() == 0 && imported.getFaultsCount() == 0,
                imported.getFailed() + " chunks failed: "
                        + Optional.of(imported.getFaultsList())
                                .filter(faults -> !faults.isEmpty())
                                .map(faults -> faults.getFirst().getEn())
                                .orElse("no fault"));
        scene.narrator()
                .happened(new Sentence(
                        "Ouagadougou reprend le disque " + imported.getDisk() + " : "
                                + Count.fr(imported.getTaken(), "bloc prouvé", "blocs prouvés") + ", "
                                + imported.getChunksDurable() + " sur " + imported.getChunks()
                                + ".",
                        "Ouagadougou takes disk " + imported.getDisk() + ": "
                                + Count.en(imported.getTaken(), "chunk") + " proved, "
                                + imported.getChunksDurable() + " of " + imported.getChunks() + "."));
    }

    private static void make(Path disk) {
        try {
            Files.createDirectories(disk);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void drive(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException noRoad) {
            throw new UncheckedIOException(noRoad);
        }
    }
}
