package org.liptako.node.cli.pki;

import com.google.protobuf.ByteString;
import java.util.concurrent.Callable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.pki.enrolment.RenewalRequest;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.trust.v1.RenewRequest;
import org.liptako.trust.v1.RenewResponse;
import org.liptako.trust.v1.TrustServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code liptako pki renew}: replaces a node's two files by a fresh key and its certificate; a running node takes them. */
@Command(name = "renew")
final class RenewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOptions node;

    RenewCommand() {}

    @Override
    public Integer call() {
        CredentialFiles files = node.files();
        NewCertificate fresh = new NewCertificate();
        RenewalRequest renewal = RenewalRequest.make(files.read(), fresh.key());
        RenewRequest request = RenewRequest.newBuilder()
                .setFormer(ByteString.copyFrom(renewal.former()))
                .setRequest(ByteString.copyFrom(renewal.request()))
                .setProof(ByteString.copyFrom(renewal.proof()))
                .build();
        RenewResponse answer = node.call(
                asked -> asked.service(TrustServiceGrpc::newBlockingStub).renew(request));
        Credential renewed = fresh.with(answer.getChainList());
        files.replace(renewed);
        String end = renewed.certificate().getNotAfter().toInstant().toString();
        Screen.of(spec).line("Certificat renouvelé jusqu'au " + end + ".", "Certificate renewed until " + end + ".");
        return ExitCode.DONE;
    }
}
