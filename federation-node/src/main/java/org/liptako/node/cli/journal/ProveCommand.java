package org.liptako.node.cli.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.liptako.journal.v1.GetCheckpointRequest;
import org.liptako.journal.v1.GetInclusionProofRequest;
import org.liptako.journal.v1.GetInclusionProofResponse;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.JournalServiceGrpc.JournalServiceBlockingStub;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.tlog.Checkpoint;
import org.liptako.pki.tlog.SignedNote;
import org.liptako.pki.tlog.TlogProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code liptako journal prove}: that an entry is in the journal, for whoever has no node at hand (C2SP tlog-proof). */
@Command(name = "prove")
final class ProveCommand extends NodeQuestion<GetInclusionProofResponse> {
    @Parameters(paramLabel = "INDEX", descriptionKey = "journalIndex")
    private long index;

    private byte[] checkpoint = {};

    ProveCommand() {}

    @Override
    protected GetInclusionProofResponse ask(NodeConnection node) {
        JournalServiceBlockingStub journal = node.service(JournalServiceGrpc::newBlockingStub);
        checkpoint = journal.getCheckpoint(GetCheckpointRequest.getDefaultInstance())
                .getCheckpoint()
                .toByteArray();
        long size = Checkpoint.parse(SignedNote.parse(checkpoint).text()).size();
        if (index < 0 || index >= size) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "L'entrée " + index + " n'est pas encore dans un point de contrôle : le dernier en a " + size
                            + ". Revenez dans un instant, ou vérifiez le numéro.",
                    "Entry " + index + " is in no checkpoint yet: the last one has " + size
                            + ". Come back in a moment, or check the number.");
        }
        return journal.getInclusionProof(GetInclusionProofRequest.newBuilder()
                .setIndex(index)
                .setSize(size)
                .build());
    }

    @Override
    protected void show(GetInclusionProofResponse answer, Screen screen) {
        List<Digest> path = new ArrayList<>();
        answer.getPathList().forEach(hash -> path.add(Digest.of(hash.toByteArray())));
        TlogProof proof = TlogProof.of(new InclusionProof(index, answer.getSize(), path), SignedNote.parse(checkpoint));
        String text = new String(proof.toBytes(), StandardCharsets.UTF_8);
        text.lines().forEach(line -> screen.line(line, line));
    }
}
