package org.liptako.node.cli.replica;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.List;
import org.liptako.exchange.v1.AttestErasureRequest;
import org.liptako.exchange.v1.AttestErasureResponse;
import org.liptako.exchange.v1.DrawUpErasureStatementRequest;
import org.liptako.exchange.v1.ErasureLookup;
import org.liptako.exchange.v1.ErasureStatementServiceGrpc;
import org.liptako.exchange.v1.GetErasureRequest;
import org.liptako.exchange.v1.GetErasureResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.LocalTime;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.pki.quorum.QuorumSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code liptako replica attest}: an operator signs, with the key that they call with, what they did about all that the node could not see of an erased copy. */
@Command(name = "attest")
final class AttestCommand extends NodeQuestion<AttestErasureResponse> {
    @Parameters(paramLabel = "GRANT", descriptionKey = "grant")
    private String grant;

    @Mixin
    private LookupOptions options;

    AttestCommand() {}

    @Override
    protected AttestErasureResponse ask(NodeConnection node) {
        LookupQuestions questions = new LookupQuestions(screen());
        tell(
                node.service(ErasureStatementServiceGrpc::newBlockingStub)
                        .getErasure(
                                GetErasureRequest.newBuilder().setGrant(grant).build()),
                questions);
        List<ErasureLookup> lookups = options.lookups(questions);
        String name = options.name(questions);
        ByteString statement = node.service(ErasureStatementServiceGrpc::newBlockingStub)
                .drawUpErasureStatement(DrawUpErasureStatementRequest.newBuilder()
                        .setGrant(grant)
                        .addAllLookups(lookups)
                        .setName(name)
                        .build())
                .getStatement();
        new StatementToSign(statement.toByteArray()).mustSay(grant, lookups, name);
        confirm(questions);
        byte[] signature = QuorumSigner.sign(
                statement.toByteArray(), caller(), Clock.systemUTC().instant());
        return node.service(ErasureStatementServiceGrpc::newBlockingStub)
                .attestErasure(AttestErasureRequest.newBuilder()
                        .setStatement(statement)
                        .setSignatures(ByteString.copyFrom(signature))
                        .build());
    }

    private static void tell(GetErasureResponse erasure, LookupQuestions questions) {
        String when = LocalTime.of(erasure.getErasedAt());
        questions.say(
                erasure.getDataset() + ", site " + erasure.getSite() + " : effacé par le nœud le " + when + " (entrée "
                        + erasure.getJournalIndex() + ").",
                erasure.getDataset() + ", site " + erasure.getSite() + ": erased by the node at " + when + " (entry "
                        + erasure.getJournalIndex() + ").");
        if (!erasure.getStatedAt().isEmpty()) {
            String stated = LocalTime.of(erasure.getStatedAt());
            questions.say(
                    "Une déclaration du " + stated + " est inscrite ; celle-ci prendra sa place.",
                    "A statement of " + stated + " is recorded; this one will take its place.");
        }
    }

    /** Whoever was asked is asked once more before they sign; whoever gave everything as options has decided. */
    private static void confirm(LookupQuestions questions) {
        if (questions.asked()
                && !questions.agreed(
                        "Signer cette déclaration de votre clé ? Les trois États la liront. (oui/non)",
                        "Sign this statement with your key? The three States will read it. (yes/no)")) {
            throw CommandFailure.refused("rien n'a été signé.", "nothing was signed.");
        }
    }

    @Override
    protected void show(AttestErasureResponse answer, Screen screen) {
        String signers = String.join(", ", answer.getSignersList());
        screen.line(
                "Déclaration signée par " + signers + ", inscrite au journal sous le n° " + answer.getJournalIndex()
                        + ".",
                "Statement signed by " + signers + ", recorded in the journal as entry " + answer.getJournalIndex()
                        + ".");
        if (!answer.getRemainsUntil().isEmpty()) {
            screen.line(
                    "Il en reste jusqu'au " + answer.getRemainsUntil()
                            + " : signez-en alors une nouvelle, quand ce sera fait.",
                    "Something remains until " + answer.getRemainsUntil()
                            + ": sign a new one then, once that is done.");
        }
    }
}
