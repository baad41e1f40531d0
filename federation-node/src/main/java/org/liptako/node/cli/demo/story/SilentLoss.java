package org.liptako.node.cli.demo.story;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.VerifyReplicaRequest;
import org.liptako.exchange.v1.VerifyReplicaResponse;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Sentence;
import org.liptako.possession.v1.ChallengeCopiesRequest;
import org.liptako.possession.v1.ChallengeCopiesResponse;
import org.liptako.possession.v1.ChallengeServiceGrpc;
import org.liptako.registry.v1.RegistryServiceGrpc;
import org.liptako.registry.v1.Replica;
import org.liptako.registry.v1.WhereRequest;

/** Step 12: one block in a hundred of a copy is lost, and nobody says so; a challenge finds it, and it is mended from whoever has proved the same bytes. */
public final class SilentLoss implements Step {
    private static final String DATASET = "ML-DS-015";
    private static final int FILES = 1_000;
    private static final int BYTES = 2_000;
    private static final int SAMPLES = 300;

    /** Each sees the loss with 0.97. */
    private static final int MOST_CHALLENGES = 6;

    private static final Duration HEARD = Duration.ofSeconds(30);
    private static final Duration MENDED = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "12 silent loss";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Un bloc sur cent d'une copie disparaît sans bruit : un défi le trouve, et la copie est réparée.",
                "One block in a hundred of a copy is lost in silence: a challenge finds it, and the copy is mended.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "10 blocs (1 %) perdus, trouvés par un défi, UNPROVEN, réparés d'une autre copie prouvée, prouvée à nouveau",
                "10 blocks (1 %) lost, found by a challenge, UNPROVEN, mended from another proved copy, proved again");
    }

    @Override
    public String play(Scene scene) {
        var root = copies(scene);
        requireOutcome(
                Await.until(HEARD, () -> challengeOfAKnownCopy(scene))
                        .orElseThrow(() -> new UnexpectedOutcomeException("Mali does not know the copy")),
                "PROVED");
        int lost = SilentDisk.lose(scene, Place.OUAGADOUGOU, DATASET, root);
        scene.narrator()
                .happened(new Sentence(
                        lost
                                + " blocs de la copie d'Ouagadougou sont supprimés ou remplacés sur son disque, à l'insu du"
                                + " nœud.",
                        lost + " blocks of the copy at Ouagadougou are deleted or replaced on its disk, behind the"
                                + " node's back."));
        find(scene);
        requireMalisWord(scene, "UNPROVEN");
        mend(scene);
        requireOutcome(challenge(scene), "PROVED");
        requireMalisWord(scene, "SEALED");
        return lost
                + " blocks (1 %) lost, found by a challenge, UNPROVEN, mended from another proved copy, proved again";
    }

    /** Two sealed copies of one version; gives its root. */
    private static String copies(Scene scene) {
        var transfers = new Transfers(scene);
        var version = transfers.publishSmall(DATASET, FILES, BYTES);
        scene.narrator()
                .asked(new Sentence(
                        "Des copies de " + DATASET + " (pluviométrie, " + FILES
                                + " petits fichiers) à Ouagadougou et à Niamey.",
                        "Copies of " + DATASET + " (rainfall, " + FILES
                                + " small files) at Ouagadougou and at Niamey."));
        transfers.awaitSealed(grant(scene, "demo-12-loss-bf", Place.OUAGADOUGOU), Place.OUAGADOUGOU);
        transfers.awaitSealed(grant(scene, "demo-12-loss-ne", Place.NIAMEY), Place.NIAMEY);
        return version.getEncryptedRoot();
    }

    private static String grant(Scene scene, String request, Place place) {
        return new Asking(scene)
                .requestAccepted(request, Asking.replicate(DATASET, place.site().value()))
                .getGrant()
                .getSerial();
    }

    /** By lot, as the node does by itself every week. */
    private static void find(Scene scene) {
        int challenges = 1;
        var shown = challenge(scene);
        while (shown.getOutcome().equals("PROVED") && challenges < MOST_CHALLENGES) {
            shown = challenge(scene);
            challenges++;
        }
        requireOutcome(shown, "WRONG");
        scene.narrator()
                .happened(new Sentence(
                        "Trouvé au défi n° " + challenges + " depuis la perte.",
                        "Found at challenge no. " + challenges + " since the loss."));
    }

    /** What was proposed: the operator who holds the copy has it read again. */
    private static void mend(Scene scene) {
        var sound = Await.until(
                MENDED,
                () -> Optional.of(verified(scene))
                        .filter(answer -> answer.getCopiesList().stream()
                                .allMatch(copy -> !copy.hasInRepair() && copy.getDamaged() == 0)));
        UnexpectedOutcomeException.unless(sound.isPresent(), "the copy at Ouagadougou is not mended");
        scene.narrator()
                .happened(new Sentence(
                        "L'opératrice d'Ouagadougou lance « replica verify » : les blocs perdus reviennent d'un détenteur"
                                + " prouvé, et toute la copie est relue.",
                        "Ouagadougou's operator runs replica verify: the lost blocks come back from a proved holder, and"
                                + " all of the copy is read again."));
    }

    private static VerifyReplicaResponse verified(Scene scene) {
        return scene.people().ask(Person.OPERATOR, Place.OUAGADOUGOU, node -> {
            var responses = node.stream(ReplicaServiceGrpc::newBlockingStub)
                    .verifyReplica(VerifyReplicaRequest.newBuilder()
                            .setDataset(DATASET)
                            .build());
            var last = VerifyReplicaResponse.getDefaultInstance();
            while (responses.hasNext()) {
                last = responses.next();
            }
            return last;
        });
    }

    /** Empty until the holder's journal has told Mali's node of the copy. */
    private static Optional<ChallengeCopiesResponse> challengeOfAKnownCopy(Scene scene) {
        try {
            return Optional.of(challenge(scene));
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static ChallengeCopiesResponse challenge(Scene scene) {
        var shown = scene.people()
                .ask(
                        Person.OPERATOR,
                        Place.BAMAKO,
                        node -> node.stream(ChallengeServiceGrpc::newBlockingStub)
                                .challengeCopies(ChallengeCopiesRequest.newBuilder()
                                        .setDataset(DATASET)
                                        .setSite(Place.OUAGADOUGOU.site().value())
                                        .setSamples(SAMPLES)
                                        .build())
                                .next());
        scene.narrator().said(shown.getWords());
        return shown;
    }

    private static void requireOutcome(ChallengeCopiesResponse shown, String outcome) {
        UnexpectedOutcomeException.unless(
                shown.getOutcome().equals(outcome),
                "a challenge shows " + shown.getOutcome() + ": "
                        + shown.getWords().getEn());
    }

    private static void requireMalisWord(Scene scene, String status) {
        var words = scene
                .people()
                .ask(
                        Person.REGULATOR,
                        Place.BAMAKO,
                        node -> node.service(RegistryServiceGrpc::newBlockingStub)
                                .where(WhereRequest.newBuilder()
                                        .setDataset(DATASET)
                                        .build()))
                .getReplicasList()
                .stream()
                .filter(copy -> copy.getSite().equals(Place.OUAGADOUGOU.site().value())
                        && copy.getSaidBy().equals("ML"))
                .map(Replica::getStatus)
                .toList();
        UnexpectedOutcomeException.unless(words.contains(status), "Mali calls the copy " + words + ", not " + status);
        scene.narrator()
                .happened(new Sentence(
                        "Le registre, selon le Mali : la copie d'Ouagadougou est " + status + ".",
                        "The registry, by Mali's word: the copy at Ouagadougou is " + status + "."));
    }
}
