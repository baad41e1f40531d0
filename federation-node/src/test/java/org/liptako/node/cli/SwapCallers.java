package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liptako.placement.v1.CheckPlacementRequest;
import org.liptako.placement.v1.CheckPlacementResponse;
import org.liptako.placement.v1.PlacementServiceGrpc;
import org.liptako.placement.v1.PlacementStatus;
import org.liptako.placement.v1.PlacementTerms;
import org.liptako.placement.v1.RequestPlacementRequest;

/** Callers who ask all the time whether Mali's aggregated health data may be copied to Ouagadougou. */
final class SwapCallers {
    private static final int CALLERS = 8;

    private final PlacementServiceGrpc.PlacementServiceBlockingStub placements;

    SwapCallers(Channel mali) {
        this.placements = PlacementServiceGrpc.newBlockingStub(mali);
    }

    /** What eight callers were told, by the rule set that they were told of; a call that fails fails the test. */
    Map<String, List<CheckPlacementResponse>> during(Act act) throws Exception {
        ConcurrentLinkedQueue<CheckPlacementResponse> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    while (!over.get()) {
                        answers.add(check());
                    }
                }));
            }
            try {
                act.run();
            } finally {
                over.set(true);
            }
            for (Future<?> caller : callers) {
                caller.get(30, TimeUnit.SECONDS);
            }
        }
        Map<String, List<CheckPlacementResponse>> byRuleSet = new TreeMap<>();
        answers.forEach(answer -> byRuleSet
                .computeIfAbsent(answer.getRuleSet(), key -> new ArrayList<>())
                .add(answer));
        return byRuleSet;
    }

    interface Act {
        void run() throws Exception;
    }

    /** What Mali, as home, finds. */
    static String home(CheckPlacementResponse answer) {
        return answer.getDecision().getFindings(0).getVerdict();
    }

    CheckPlacementResponse check() {
        return placements.checkPlacement(
                CheckPlacementRequest.newBuilder().setTerms(terms()).build());
    }

    /** A binding decision of Mali and Burkina Faso. */
    void request(String id) {
        assertThat(placements
                        .requestPlacement(RequestPlacementRequest.newBuilder()
                                .setRequestId(id)
                                .setTerms(terms())
                                .build())
                        .getPlacement()
                        .getStatus())
                .isEqualTo(PlacementStatus.PLACEMENT_STATUS_ACCEPTED);
    }

    private static PlacementTerms terms() {
        return PlacementTerms.newBuilder()
                .setDataset("ML-DS-008")
                .setOperation("REPLICATE")
                .setTargetSite("BF-OUA-1")
                .setEncrypted(true)
                .setReturnClause(true)
                .build();
    }
}
