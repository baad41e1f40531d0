package org.liptako.node.cli.rules;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.placement.v1.ImpactServiceGrpc;
import org.liptako.placement.v1.WeighRulesRequest;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.rules.SourceFile;

/** Has a node weigh proposed rules. */
record ImpactNode(NodeConnection node) {
    /** Longer than the node itself weighs. */
    private static final int MOST_MINUTES = 6;

    /** Every line of the answer, the totals last. */
    List<WeighRulesResponse> weigh(WeighingTerms terms, List<SourceFile> files) {
        Answer answer = new Answer();
        StreamObserver<WeighRulesRequest> question = node.stream(ImpactServiceGrpc::newStub)
                .withDeadlineAfter(MOST_MINUTES, TimeUnit.MINUTES)
                .weighRules(answer);
        question.onNext(WeighRulesRequest.newBuilder().setTerms(terms).build());
        RuleFileParts.send(
                files,
                part -> question.onNext(
                        WeighRulesRequest.newBuilder().setFile(part).build()));
        question.onCompleted();
        try {
            return answer.whole.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StatusRuntimeException said ? said : failed;
        }
    }

    private static final class Answer implements StreamObserver<WeighRulesResponse> {
        private final List<WeighRulesResponse> lines = new ArrayList<>();
        private final CompletableFuture<List<WeighRulesResponse>> whole = new CompletableFuture<>();

        @Override
        public void onNext(WeighRulesResponse line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failed) {
            whole.completeExceptionally(failed);
        }

        @Override
        public void onCompleted() {
            whole.complete(lines);
        }
    }
}
