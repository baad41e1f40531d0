package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.AcceptLinkSpeedRequest;
import org.liptako.exchange.v1.GetLimitsRequest;
import org.liptako.exchange.v1.GetQueueRequest;
import org.liptako.exchange.v1.GetQueueResponse;
import org.liptako.exchange.v1.ListTransfersRequest;
import org.liptako.exchange.v1.PauseTransfersRequest;
import org.liptako.exchange.v1.PublishVersionRequest;
import org.liptako.exchange.v1.ReplicaServiceGrpc;
import org.liptako.exchange.v1.ReplicaServiceGrpc.ReplicaServiceBlockingStub;
import org.liptako.exchange.v1.ResumeTransfersRequest;
import org.liptako.exchange.v1.ResumeTransfersResponse;
import org.liptako.exchange.v1.SetLimitsRequest;
import org.liptako.exchange.v1.SetPriorityRequest;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferPriority;
import org.liptako.exchange.v1.TransferScope;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.exchange.v1.TransferWait;
import org.liptako.node.exchange.SampleTree;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What people at Ouagadougou say to the queue of their running node, each by their own certificate, while a copy comes from Bamako. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class QueueCallsIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DATASET = "ML-DS-008";
    private static final int MEBIBYTES = 24;
    private static final TransferScope FROM_MALI =
            TransferScope.newBuilder().setSourceState("ML").build();
    private static final TransferScope EVERYTHING =
            TransferScope.newBuilder().setEverything(true).build();

    @TempDir
    private Path directory;

    private TrialFederation region;
    private ReplicaServiceBlockingStub operator;
    private ReplicaServiceBlockingStub officer;
    private ReplicaServiceBlockingStub stranger;

    @BeforeEach
    void start() throws IOException {
        SampleTree.large(directory.resolve("ML/publish/files"), MEBIBYTES);
        region = new TrialFederation(directory);
        region.takeTheSamples();
        operator = ReplicaServiceGrpc.newBlockingStub(region.channel(State.BF, TrialRegion.operator(State.BF)));
        officer = ReplicaServiceGrpc.newBlockingStub(
                region.channel(State.BF, TrialRegion.of(TrialRegion.someone(State.BF, Role.OFFICER))));
        stranger = ReplicaServiceGrpc.newBlockingStub(region.channel(State.BF, TrialRegion.operator(State.ML)));
    }

    @AfterEach
    void stop() {
        region.close();
    }

    @Test
    void theOwnOperatorsOrderTheQueueAndOthersOnlyLookAtItOrNotEvenThat() {
        limitsAreTheOperators();
        pausesAreTheOperators();
        publish();
        String grant = region.grantToOuagadougou("queue-calls-1", DATASET, true);
        theCopyWaitsUntilItIsLetGo(grant);
        aPauseHoldsWhatRunsAndKeepsWhatCame();
        theUsualSpeedOfALinkIsTheOperators();
        assertThat(operator.setLimits(SetLimitsRequest.newBuilder()
                                .setAsConfigured(true)
                                .build())
                        .getLimitsList())
                .isEmpty();
        resumed(EVERYTHING);
        until(transfer -> transfer.getStatus() == TransferStatus.TRANSFER_STATUS_SEALED, grant);
    }

    private void limitsAreTheOperators() {
        SetLimitsRequest narrow = SetLimitsRequest.newBuilder()
                .setReceive("8 Mbit/s")
                .setServe("40 Mbit/s")
                .build();
        refused("ROLE_NOT_ENTITLED", () -> officer.setLimits(narrow));
        refused("STATE_NOT_ENTITLED", () -> stranger.setLimits(narrow));
        refused(
                "INVALID_REQUEST",
                () -> operator.setLimits(
                        SetLimitsRequest.newBuilder().setReceive("fast").build()));

        operator.setLimits(narrow);

        assertThat(officer.getLimits(GetLimitsRequest.getDefaultInstance()).getLimitsList())
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.getReceive()).isEqualTo("8 Mbit/s");
                    assertThat(limit.getServe()).isEqualTo("40 Mbit/s");
                    assertThat(limit.getSetBy()).contains("BF-OUA-1");
                    assertThat(limit.getOpenNow()).isTrue();
                });
        refused("STATE_NOT_ENTITLED", () -> stranger.getLimits(GetLimitsRequest.getDefaultInstance()));
    }

    private void pausesAreTheOperators() {
        PauseTransfersRequest pause =
                PauseTransfersRequest.newBuilder().setScope(FROM_MALI).build();
        refused("ROLE_NOT_ENTITLED", () -> officer.pauseTransfers(pause));
        refused("STATE_NOT_ENTITLED", () -> stranger.pauseTransfers(pause));

        assertThat(operator.pauseTransfers(pause).getTransfers()).isZero();

        refused("STATE_NOT_ENTITLED", () -> stranger.getQueue(GetQueueRequest.getDefaultInstance()));
        assertThat(queue().getPausesList()).singleElement().satisfies(held -> {
            assertThat(held.getScope()).isEqualTo(FROM_MALI);
            assertThat(held.getPausedBy()).contains("BF-OUA-1");
        });
    }

    private void theCopyWaitsUntilItIsLetGo(String grant) {
        until(transfer -> transfer.getWaitsFor() == TransferWait.TRANSFER_WAIT_PAUSED, grant);
        SetPriorityRequest urgent = SetPriorityRequest.newBuilder()
                .setGrant(grant)
                .setPriority(TransferPriority.TRANSFER_PRIORITY_URGENT)
                .build();
        refused("ROLE_NOT_ENTITLED", () -> officer.setPriority(urgent));
        refused("STATE_NOT_ENTITLED", () -> stranger.setPriority(urgent));
        refused(
                "NOT_KNOWN",
                () -> operator.setPriority(
                        urgent.toBuilder().setGrant("ML-%032x".formatted(1)).build()));
        assertThat(operator.setPriority(urgent).getTransfer().getPriority())
                .isEqualTo(TransferPriority.TRANSFER_PRIORITY_URGENT);

        ResumeTransfersRequest resume =
                ResumeTransfersRequest.newBuilder().setScope(FROM_MALI).build();
        refused("ROLE_NOT_ENTITLED", () -> officer.resumeTransfers(resume));
        refused("STATE_NOT_ENTITLED", () -> stranger.resumeTransfers(resume));
        assertThat(queue().getPausesList()).hasSize(1);
        assertThat(resumed(EVERYTHING).getWasPaused()).isFalse();
        assertThat(resumed(FROM_MALI).getStillList()).isEmpty();
        until(transfer -> transfer.getChunksDurable() > 0, grant);
    }

    private void aPauseHoldsWhatRunsAndKeepsWhatCame() {
        assertThat(operator.pauseTransfers(PauseTransfersRequest.newBuilder()
                                .setScope(EVERYTHING)
                                .build())
                        .getTransfers())
                .isEqualTo(1);
        await().atMost(LONG)
                .until(() -> queue().getTransfersList().stream()
                        .allMatch(transfer -> transfer.getStatus() == TransferStatus.TRANSFER_STATUS_WAITING));

        assertThat(queue().getTransfersList()).singleElement().satisfies(transfer -> {
            assertThat(transfer.getWaitsFor()).isEqualTo(TransferWait.TRANSFER_WAIT_PAUSED);
            assertThat(transfer.getChunksDurable()).isBetween(1L, transfer.getChunks() - 1L);
            assertThat(transfer.getStatusReason().getFr()).contains("BF-OUA-1");
        });
    }

    private void theUsualSpeedOfALinkIsTheOperators() {
        AcceptLinkSpeedRequest accept =
                AcceptLinkSpeedRequest.newBuilder().setPeer("ML").build();
        refused("ROLE_NOT_ENTITLED", () -> officer.acceptLinkSpeed(accept));
        refused("STATE_NOT_ENTITLED", () -> stranger.acceptLinkSpeed(accept));
        assertThat(operator.acceptLinkSpeed(accept).getLink().getPeer()).isEqualTo("ML");
    }

    private void publish() {
        ReplicaServiceGrpc.newBlockingStub(region.channel(State.ML, TrialRegion.operator(State.ML)))
                .publishVersion(PublishVersionRequest.newBuilder()
                        .setDataset(DATASET)
                        .setDirectory("files")
                        .build());
    }

    private void until(Predicate<Transfer> wanted, String grant) {
        await().atMost(LONG)
                .until(() ->
                        officer.listTransfers(ListTransfersRequest.getDefaultInstance()).getTransfersList().stream()
                                .filter(transfer -> transfer.getGrant().equals(grant))
                                .anyMatch(wanted));
    }

    private GetQueueResponse queue() {
        return officer.getQueue(GetQueueRequest.getDefaultInstance());
    }

    private ResumeTransfersResponse resumed(TransferScope scope) {
        return operator.resumeTransfers(
                ResumeTransfersRequest.newBuilder().setScope(scope).build());
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).hasMessageContaining(code);
    }
}
