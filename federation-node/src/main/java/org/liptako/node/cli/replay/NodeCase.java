package org.liptako.node.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.replay.RuleSource;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.Salt;
import org.liptako.placement.v1.DecisionServiceGrpc;
import org.liptako.placement.v1.ReadDecisionsRequest;
import org.liptako.placement.v1.ReadDecisionsResponse;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.GetRulesRequest;
import org.liptako.rulebook.v1.GetVocabularyRequest;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Decisions and rules as a node has them. */
record NodeCase(NodeConnection node, ReadDecisionsRequest request) implements CaseFiles {
    @Override
    public Iterator<JournaledDecision> decisions() {
        Iterator<ReadDecisionsResponse> answers =
                node.stream(DecisionServiceGrpc::newBlockingStub).readDecisions(request);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return node.answer(open -> answers.hasNext());
            }

            @Override
            public JournaledDecision next() {
                return journaled(answers.next());
            }
        };
    }

    @Override
    public RuleSource rules() {
        return new RuleSource() {
            @Override
            public Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest) {
                return node.answer(open -> NodeCase.this.files(jurisdiction, digest));
            }

            @Override
            public Optional<byte[]> vocabulary(Digest digest) {
                return node.answer(open -> NodeCase.this.vocabulary(digest));
            }
        };
    }

    private Optional<byte[]> vocabulary(Digest digest) {
        return found(() -> node.service(RulebookServiceGrpc::newBlockingStub)
                .getVocabulary(GetVocabularyRequest.newBuilder()
                        .setDigest(digest.hex())
                        .build())
                .getContent()
                .toByteArray());
    }

    /** What a node gives; empty if it says that it knows none. */
    private static <T> Optional<T> found(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest) {
        return found(() -> {
            Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
            node.service(RulebookServiceGrpc::newBlockingStub)
                    .getRules(GetRulesRequest.newBuilder()
                            .setJurisdiction(jurisdiction.name())
                            .setDigest(digest.hex())
                            .build())
                    .forEachRemaining(part -> files.computeIfAbsent(part.getPath(), path -> new ByteArrayOutputStream())
                            .writeBytes(part.getContent().toByteArray()));
            List<SourceFile> whole = new ArrayList<>();
            files.forEach((path, bytes) -> whole.add(new SourceFile(path, bytes.toByteArray())));
            return whole;
        });
    }

    private static JournaledDecision journaled(ReadDecisionsResponse answer) {
        byte[] payload = answer.getPayload().toByteArray();
        return new JournaledDecision(new String(payload, UTF_8), isCommitted(answer, payload));
    }

    private static boolean isCommitted(ReadDecisionsResponse answer, byte[] payload) {
        ByteString salt = answer.getSalt();
        ByteString commitment = answer.getCommitment();
        return salt.size() == Salt.LENGTH
                && commitment.size() == Digest.LENGTH
                && new EntryCommitment(Digest.of(commitment.toByteArray()))
                        .isOpenedBy(Salt.of(salt.toByteArray()), payload);
    }

    @Override
    public void close() {
        node.close();
    }
}
