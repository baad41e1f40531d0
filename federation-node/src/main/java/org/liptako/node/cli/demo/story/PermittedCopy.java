package org.liptako.node.cli.demo.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Quantity;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;

/** Step 1: both States agree, bytes move, the copy is sealed, both journals match. */
public final class PermittedCopy implements Step {
    static final String DATASET = "ML-DS-008";

    private static final long BYTES = 24 << 20;
    private static final Duration CONFIRMATION = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "1 permitted copy";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Une copie permise : le Mali et le Burkina Faso s'accordent, les octets partent, la copie est scellée.",
                "A permitted copy: Mali and Burkina Faso agree, bytes move, the copy is sealed.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "demande ACCORDÉE ET ACCEPTÉE par ML et BF, copie scellée à BF-OUA-1, les journaux concordent",
                "ACCEPTED by ML and BF, sealed at BF-OUA-1, journals match");
    }

    @Override
    public String play(Scene scene) {
        var transfers = new Transfers(scene);
        var version = transfers.publish(DATASET, BYTES);
        scene.narrator()
                .happened(new Sentence(
                        "Bamako publie " + Count.fr(version.getFiles(), "fichier") + " de " + DATASET + ", "
                                + Quantity.bytes(version.getBytes(), Language.FRENCH) + ".",
                        "Bamako publishes " + Count.en(version.getFiles(), "file") + " of " + DATASET + ", "
                                + Quantity.bytes(version.getBytes(), Language.ENGLISH) + "."));
        scene.narrator()
                .asked(new Sentence(
                        "L'opérateur du Mali demande une copie chiffrée de " + DATASET
                                + " (données sanitaires agrégées) à Ouagadougou, avec clause de restitution.",
                        "Mali's operator asks for an encrypted copy of " + DATASET
                                + " (aggregated health data) at Ouagadougou, with a return clause."));
        CorruptedDisk.before(scene);
        var placement = new Asking(scene)
                .requestAccepted(
                        "demo-1-permitted",
                        Asking.replicate(DATASET, Place.OUAGADOUGOU.site().value()));
        UnexpectedOutcomeException.unless(
                placement.hasHomeStatement() && placement.hasHostStatement(), "a State's signed judgement is missing");
        var grant = placement.getGrant().getSerial();
        var transfer = transfers.awaitSealed(grant, Place.OUAGADOUGOU);
        UnexpectedOutcomeException.unless(
                transfer.getVersionRoot().equals(version.getEncryptedRoot()),
                "BF-OUA-1 sealed " + transfer.getVersionRoot() + ", not the encrypted version that Mali published");
        requireMatch(scene, grant, version.getEncryptedRoot());
        scene.narrator()
                .happened(new Sentence(
                        Quantity.bytes(transfer.getBytesReceived(), Language.FRENCH) + " reçus, "
                                + Count.fr(transfer.getChunks(), "bloc prouvé", "blocs prouvés")
                                + " ; le journal du Burkina Faso dit REPLICA_SEALED, celui du Mali"
                                + " REPLICA_GIVEN, sur la même racine.",
                        Quantity.bytes(transfer.getBytesReceived(), Language.ENGLISH) + " received, "
                                + Count.en(transfer.getChunks(), "chunk")
                                + " proved; Burkina Faso's journal says REPLICA_SEALED, Mali's REPLICA_GIVEN,"
                                + " over the same root."));
        return expected();
    }

    private static void requireMatch(Scene scene, String grant, String root) {
        var journals = new Journals(scene);
        var given = Await.until(CONFIRMATION, () -> journals.entry(Place.BAMAKO, "REPLICA_GIVEN", grant));
        requireRoot(given, "ML", "REPLICA_GIVEN", root);
        requireRoot(journals.entry(Place.OUAGADOUGOU, "REPLICA_SEALED", grant), "BF", "REPLICA_SEALED", root);
        requireRoot(journals.entry(Place.BAMAKO, "GRANT", grant), "ML", "GRANT", root);
        requireRoot(journals.entry(Place.OUAGADOUGOU, "ACCEPT", grant), "BF", "ACCEPT", root);
    }

    private static void requireRoot(Optional<JsonNode> entry, String state, String type, String root) {
        var said = entry.map(payload -> payload.path("versionRoot").asText()).orElse("nothing");
        UnexpectedOutcomeException.unless(
                said.equals(root), state + "'s entry " + type + " says " + said + ", not " + root);
    }
}
