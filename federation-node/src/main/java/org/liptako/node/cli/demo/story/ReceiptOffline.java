package org.liptako.node.cli.demo.story;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.OwnProgram;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Sentence;
import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.ReceiptServiceGrpc;

/** Step 13: a node makes a receipt; a program that has the file and the root, and asks no node, says what it proves. */
public final class ReceiptOffline implements Step {
    private static final Duration SIGNED = Duration.ofSeconds(30);
    private static final String UNWITNESSED = "\"witnesses\": 0";
    private static final String SALT = "\"salt\": \"";

    @Override
    public String name() {
        return "13 receipt verified offline";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Un reçu, vérifié sans aucun nœud : ce qui est prouvé, et ce qui n'est que déclaré.",
                "A receipt, verified without any node: what is proved, and what is only stated.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "reçu PROUVÉ du fichier et de la racine seuls ; changé d'un caractère, refusé en nommant le champ",
                "receipt PROVED from the file and the root alone; altered by one character, refused by the field");
    }

    @Override
    public String play(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "La régulatrice du Burkina Faso demande un reçu pour la copie de " + PermittedCopy.DATASET
                                + " à Ouagadougou.",
                        "Burkina Faso's regulator asks for a receipt for the copy of " + PermittedCopy.DATASET
                                + " at Ouagadougou."));
        var made = Await.until(SIGNED, () -> witnessed(scene))
                .orElseThrow(() -> new UnexpectedOutcomeException("no receipt that is witnessed"));
        var receipt = write(scene, "copy.json", made);
        scene.narrator()
                .happened(new Sentence(
                        "Un autre programme n'a que ce fichier et la racine : liptako verify " + receipt.getFileName()
                                + " --root aes-root.pem",
                        "Another program has this file and the root, and nothing else: liptako verify "
                                + receipt.getFileName() + " --root aes-root.pem"));
        var proved = verify(scene, receipt);
        scene.narrator().show(proved.lines());
        UnexpectedOutcomeException.unless(proved.exitCode() == ExitCode.DONE, "verify ends with " + proved.exitCode());
        refused(scene, made);
        return expected();
    }

    private static void refused(Scene scene, String receipt) {
        var ended = verify(scene, write(scene, "altered.json", altered(receipt)));
        scene.narrator()
                .happened(new Sentence(
                        "Le même, dont un seul caractère est changé :", "The same, with one character changed:"));
        scene.narrator().show(ended.lines());
        UnexpectedOutcomeException.unless(
                ended.exitCode() == ExitCode.NO
                        && ended.lines().stream().anyMatch(line -> line.contains("entries[0].salt")),
                "an altered receipt ends with " + ended.exitCode() + ": " + ended.lines());
    }

    /** Still a receipt by its form: one digit of a salt is another. */
    private static String altered(String receipt) {
        int at = receipt.indexOf(SALT) + SALT.length();
        char other = receipt.charAt(at) == '0' ? '1' : '0';
        return receipt.substring(0, at) + other + receipt.substring(at + 1);
    }

    /** Empty for the moment that passes before an entry is signed and cosigned. */
    private static Optional<String> witnessed(Scene scene) {
        try {
            return Optional.of(make(scene).toStringUtf8()).filter(receipt -> !receipt.contains(UNWITNESSED));
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.FAILED_PRECONDITION) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static ByteString make(Scene scene) {
        return scene.people()
                .ask(
                        Person.REGULATOR,
                        Place.OUAGADOUGOU,
                        node -> node.service(ReceiptServiceGrpc::newBlockingStub)
                                .makeReceipt(MakeReceiptRequest.newBuilder()
                                        .setCopy(CopyAtSite.newBuilder()
                                                .setDataset(PermittedCopy.DATASET)
                                                .setSite(
                                                        Place.OUAGADOUGOU.site().value()))
                                        .build())
                                .getReceipt());
    }

    private static OwnProgram.Ended verify(Scene scene, Path receipt) {
        return OwnProgram.run(
                "verify",
                receipt.toString(),
                "--root",
                scene.people().tree().root().certificate().toString(),
                "--zone",
                scene.federation().zone());
    }

    private static Path write(Scene scene, String name, String receipt) {
        var file = scene.directory().receipts().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, receipt, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
