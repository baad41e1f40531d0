package org.liptako.node.cli.rules;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;
import org.liptako.rulebook.v1.EditionPart;
import org.liptako.rulebook.v1.EditionSummary;
import org.liptako.rulebook.v1.GetEditionsRequest;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.GetRulesRequest;
import org.liptako.rulebook.v1.GetVocabularyRequest;
import org.liptako.rulebook.v1.HeldEdition;
import org.liptako.rulebook.v1.JurisdictionRules;
import org.liptako.rulebook.v1.PublishEditionRequest;
import org.liptako.rulebook.v1.PublishEditionResponse;
import org.liptako.rulebook.v1.RulebookServiceGrpc;
import org.liptako.rulebook.v1.SignedEdition;
import org.liptako.rulebook.v1.VocabularyVersion;

/** What the commands about editions ask of a node. */
public record EditionNode(NodeConnection node) {
    /** What the node judges by now, and what is to come. */
    public GetRuleSetResponse inForce() {
        return node.service(RulebookServiceGrpc::newBlockingStub).getRuleSet(GetRuleSetRequest.getDefaultInstance());
    }

    /** A jurisdiction's files in force; none before its first edition. */
    List<SourceFile> files(JurisdictionRules rules) {
        Parts parts = new Parts();
        node.service(RulebookServiceGrpc::newBlockingStub)
                .getRules(GetRulesRequest.newBuilder()
                        .setJurisdiction(rules.getJurisdiction())
                        .setDigest(rules.getDigest())
                        .build())
                .forEachRemaining(part -> parts.add(part.getPath(), part.getContent()));
        return parts.files();
    }

    /** The vocabulary in which the rules in force at the node are read. */
    Vocabulary vocabulary() {
        VocabularyVersion used = inForce().getVocabulary();
        if (used.getDigest().isEmpty()
                || used.getDigest().equals(Vocabulary.standard().digest())) {
            return Vocabulary.standard();
        }
        try {
            return Vocabulary.standard().followedBy(vocabularyFile(used));
        } catch (VocabularyException refused) {
            throw CommandFailure.refused(
                    refused.wording().fr(), refused.wording().en());
        }
    }

    /** The file of a version that the node names. */
    byte[] vocabularyFile(VocabularyVersion version) {
        byte[] file = node.service(RulebookServiceGrpc::newBlockingStub)
                .getVocabulary(GetVocabularyRequest.newBuilder()
                        .setDigest(version.getDigest())
                        .build())
                .getContent()
                .toByteArray();
        if (!Digest.over(file).hex().equals(version.getDigest())) {
            throw CommandFailure.refused(
                    "le nœud a donné un autre vocabulaire que celui d'empreinte " + version.getDigest() + ".",
                    "the node gave another vocabulary than the one with the digest " + version.getDigest() + ".");
        }
        return file;
    }

    /** A jurisdiction's editions from version 1 on. */
    List<Published> editions(Jurisdiction jurisdiction) {
        GetEditionsRequest.Builder request = GetEditionsRequest.newBuilder();
        for (JurisdictionRules rules : inForce().getJurisdictionsList()) {
            if (rules.hasNewest() && !rules.getJurisdiction().equals(jurisdiction.name())) {
                EditionSummary newest = rules.getNewest();
                request.addHeld(HeldEdition.newBuilder()
                        .setJurisdiction(rules.getJurisdiction())
                        .setVersion(newest.getVersion())
                        .setDigest(newest.getDigest()));
            }
        }
        List<SignedEdition> documents = new ArrayList<>();
        List<Parts> files = new ArrayList<>();
        node.service(RulebookServiceGrpc::newBlockingStub)
                .getEditions(request.build())
                .forEachRemaining(answer -> {
                    EditionPart part = answer.getPart();
                    if (part.hasEdition()) {
                        documents.add(part.getEdition());
                        files.add(new Parts());
                    } else if (!files.isEmpty()) {
                        files.getLast()
                                .add(part.getFile().getPath(), part.getFile().getContent());
                    }
                });
        List<Published> editions = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            editions.add(
                    new Published(documents.get(i).getContent(), files.get(i).files()));
        }
        return editions;
    }

    /** An edition as the node holds it. */
    record Published(ByteString document, List<SourceFile> files) {}

    /** Publishes a signed edition; the node checks all of it. */
    public PublishEditionResponse publish(byte[] document, byte[] signatures, List<SourceFile> files) {
        return bring(document, signatures, files, false);
    }

    /** Puts an edition before the officers, who sign it on the node's pages; the signatures that it has come with it. */
    public PublishEditionResponse submit(byte[] document, byte[] signatures, List<SourceFile> files) {
        return bring(document, signatures, files, true);
    }

    private PublishEditionResponse bring(
            byte[] document, byte[] signatures, List<SourceFile> files, boolean forSignatures) {
        CompletableFuture<PublishEditionResponse> answer = new CompletableFuture<>();
        StreamObserver<PublishEditionRequest> upload =
                node.service(RulebookServiceGrpc::newStub).publishEdition(new Answer(answer));
        upload.onNext(PublishEditionRequest.newBuilder()
                .setForSignatures(forSignatures)
                .setPart(EditionPart.newBuilder()
                        .setEdition(SignedEdition.newBuilder()
                                .setContent(ByteString.copyFrom(document))
                                .setSignatures(ByteString.copyFrom(signatures))))
                .build());
        RuleFileParts.send(files, part -> send(upload, EditionPart.newBuilder().setFile(part)));
        upload.onCompleted();
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StatusRuntimeException said ? said : failed;
        }
    }

    private static void send(StreamObserver<PublishEditionRequest> upload, EditionPart.Builder part) {
        upload.onNext(PublishEditionRequest.newBuilder().setPart(part).build());
    }

    static Jurisdiction jurisdiction(String code) {
        return Jurisdiction.of(code)
                .orElseThrow(() -> CommandFailure.badInput(
                        "--jurisdiction " + code + " : attendu ML, BF, NE ou AES.",
                        "--jurisdiction " + code + ": expected ML, BF, NE or AES."));
    }

    /** Files out of the parts in which they travel. */
    private static final class Parts {
        private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

        void add(String path, ByteString content) {
            files.computeIfAbsent(path, key -> new ByteArrayOutputStream()).writeBytes(content.toByteArray());
        }

        List<SourceFile> files() {
            return files.entrySet().stream()
                    .map(file -> new SourceFile(file.getKey(), file.getValue().toByteArray()))
                    .toList();
        }
    }

    /** The one answer to an upload. */
    private record Answer(CompletableFuture<PublishEditionResponse> answer)
            implements StreamObserver<PublishEditionResponse> {
        @Override
        public void onNext(PublishEditionResponse response) {
            answer.complete(response);
        }

        @Override
        public void onError(Throwable failed) {
            answer.completeExceptionally(failed);
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(new IllegalStateException("The node ended the call without an answer."));
        }
    }
}
