package org.liptako.node.cli.pki;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.pki.issuing.CertificateRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.trust.v1.EnrolRequest;
import org.liptako.trust.v1.EnrolResponse;
import org.liptako.trust.v1.TrustServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako pki enrol}: makes a key here, and has it certified against a one-time token. */
@Command(name = "enrol")
final class EnrolCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--node", required = true, paramLabel = "HOST:PORT", descriptionKey = "node")
    private String node;

    @Option(names = "--server-name", paramLabel = "NAME", descriptionKey = "serverName")
    private @Nullable String serverName;

    @Option(names = "--root", required = true, paramLabel = "PEM", descriptionKey = "root")
    private Path root;

    @Option(names = "--token", required = true, interactive = true, arity = "0..1", descriptionKey = "enrolToken")
    private String token;

    @Option(names = "--cert", required = true, paramLabel = "PEM", descriptionKey = "newCert")
    private Path certificate;

    @Option(names = "--key", required = true, paramLabel = "PEM", descriptionKey = "newKey")
    private Path key;

    EnrolCommand() {}

    @Override
    public Integer call() {
        requirePlace(key);
        requirePlace(certificate);
        NewCertificate fresh = new NewCertificate();
        EnrolRequest request = EnrolRequest.newBuilder()
                .setToken(token)
                .setRequest(ByteString.copyFrom(CertificateRequest.make(fresh.key())))
                .build();
        EnrolResponse answer;
        try (NodeConnection connection =
                NodeConnection.open(NodeTarget.of(node, serverName), ClientCredentials.none(root))) {
            answer = connection.answer(
                    asked -> asked.service(TrustServiceGrpc::newBlockingStub).enrol(request));
        }
        Credential enrolled = fresh.with(answer.getChainList());
        new CredentialFiles(certificate, key).write(enrolled);
        String end = enrolled.certificate().getNotAfter().toInstant().toString();
        Screen.of(spec)
                .line(
                        "Certificat dans " + certificate + ", valable jusqu'au " + end + ".",
                        "Certificate in " + certificate + ", good until " + end + ".");
        return ExitCode.DONE;
    }

    /** Before the node is asked: the token is good once, and what cannot be kept is lost with it. */
    private static void requirePlace(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (Files.exists(file) || directory == null || !Files.isWritable(directory)) {
            throw CommandFailure.badInput(
                    file
                            + " : ce fichier existe, ou son dossier ne peut pas être écrit ; nommez un nouveau fichier dans un"
                            + " dossier à vous. Le jeton n'a pas été employé.",
                    file + ": this file exists, or its directory cannot be written; name a new file in a directory of"
                            + " yours. The token was not used.");
        }
    }
}
