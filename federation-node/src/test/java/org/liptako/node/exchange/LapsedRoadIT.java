package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.CourierDisk;
import org.liptako.exchange.v1.CourierDiskStatus;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.identity.TrialTrust;
import org.liptako.node.journal.event.CourierDiskExported;
import org.liptako.node.journal.event.CourierDiskImported;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.placement.AcceptedGrant;

/** What a disk rests on gives way while it is written, or read: it stops with the reason, and nothing of it counts for more than it is. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LapsedRoadIT {
    private static final int MEBIBYTES = 12;
    private static final long ALL = 1L << 30;
    /** Some chunks of the twelve, and never all of them. */
    private static final int IN_THE_MIDDLE = 12;

    private static final String RULE = "Rule BF-7 was withdrawn (Act 010-2004/AN, article 24).";

    @TempDir
    private Path directory;

    private TrialRoad road;
    private AcceptedGrant grant;

    @BeforeEach
    void open() throws IOException {
        road = new TrialRoad(directory, MEBIBYTES);
        grant = road.grant();
    }

    @AfterEach
    void close() throws IOException {
        road.close();
    }

    @Test
    void aRuleWithdrawnWhileADiskIsWrittenLeavesFilesThatNobodyCounts() throws IOException {
        road.clock().atLook(IN_THE_MIDDLE, () -> road.mali.record.withdrawn(grant, RULE));
        assertThatThrownBy(() -> road.write(grant, "1", request -> request.addCapacities(ALL)))
                .hasMessageContaining("GRANT_NOT_USABLE")
                .hasMessageContaining(RULE);

        isHalfWritten();
        road.burkina.record.withdrawn(grant, RULE);
        road.carry("1");
        assertThatThrownBy(() -> road.read("1"))
                .hasMessageContaining("GRANT_NOT_USABLE")
                .hasMessageContaining(RULE);
        assertThat(road.burkina.record.journaled(CourierDiskImported.class)).isEmpty();
        assertThat(road.burkina.store().partial(version())).isEmpty();

        AcceptedGrant anew = road.grant();
        road.write(anew, "2", request -> request.addCapacities(ALL));
        road.carry("2");
        assertThat(road.read("2").getTaken()).isEqualTo(MEBIBYTES);
    }

    @Test
    void aReceiverRevokedWhileADiskIsWrittenGetsNoneAlsoWhereItsKeyIsKnown() throws IOException {
        NodeTrust trust = trustOf(road.mali.server());
        X509Certificate receiver = road.burkina.server().identity().credential().certificate();
        road.clock().atLook(IN_THE_MIDDLE, () -> trust.take(List.of(), TrialTrust.lists(2, List.of(receiver))));
        assertThatThrownBy(() -> road.write(grant, "1", request -> request.addCapacities(ALL)))
                .hasMessageContaining("STATEMENT_INVALID")
                .hasMessageContaining("no longer, to be believed of site BF-OUA-1")
                .hasMessageContaining("revoked");

        isHalfWritten();
        assertThatThrownBy(() -> road.write(grant, "1", UnaryOperator.identity()))
                .hasMessageContaining("revoked");
        isHalfWritten();
    }

    @Test
    void aGrantThatEndsWhileADiskIsReadKeepsWhatCameApart() throws IOException {
        road.write(grant, "1", request -> request.addCapacities(ALL));
        road.carry("1");
        road.clock().atLook(IN_THE_MIDDLE, () -> road.clock().jump(Duration.ofHours(2)));
        assertThatThrownBy(() -> road.read("1"))
                .hasMessageContaining("GRANT_NOT_USABLE")
                .hasMessageContaining("has ended");
        isHalfTaken();
    }

    @Test
    void aSourceRevokedWhileADiskIsReadIsBelievedNoMore() throws IOException {
        NodeTrust trust = trustOf(road.burkina.server());
        X509Certificate source = road.mali.server().identity().credential().certificate();
        road.write(grant, "1", request -> request.addCapacities(ALL));
        road.carry("1");
        road.clock().atLook(IN_THE_MIDDLE, () -> trust.take(List.of(), TrialTrust.lists(2, List.of(source))));
        assertThatThrownBy(() -> road.read("1"))
                .hasMessageContaining("MANIFEST_REFUSED")
                .hasMessageContaining("revoked");
        isHalfTaken();
        assertThatThrownBy(() -> road.read("1")).hasMessageContaining("MANIFEST_REFUSED");
    }

    /** Containers without a label, of which the journal says nothing and of which the next attempt is told. */
    private void isHalfWritten() throws IOException {
        assertThat(road.clock().hasTurned()).isTrue();
        Map<String, String> files = SampleTree.contents(road.garage.resolve("1"));
        assertThat(files).containsKey("C0000001.LIP").doesNotContainKeys("C0000006.LIP", "LIPTAKO.DSK");
        assertThat(road.mali.record.journaled(CourierDiskExported.class)).isEmpty();
        assertThat(road.disks(grant))
                .extracting(CourierDisk::getStatus)
                .containsOnly(CourierDiskStatus.COURIER_DISK_STATUS_PLANNED);
    }

    /** What came is told, and kept where it is neither served nor sealed. */
    private void isHalfTaken() throws IOException {
        assertThat(road.clock().hasTurned()).isTrue();
        assertThat(road.burkina.record.journaled(CourierDiskImported.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.taken()).isBetween(1L, MEBIBYTES - 1L));
        assertThat(road.burkina.transfer(grant).state()).isNotEqualTo(TransferState.SEALED);
        assertThat(road.burkina.record.journaled(ReplicaSealed.class)).isEmpty();
        assertThat(road.burkina.store().sealed(version())).isEmpty();
        assertThat(Files.exists(road.burkina.sealed(grant))).isFalse();
    }

    /** A node's trust, at the first trust state and with nobody revoked. */
    private static NodeTrust trustOf(TrialServer server) {
        NodeTrust trust = server.trust();
        assertThat(trust.take(List.of(TrialTrust.next(null, Set.of())), TrialTrust.lists(1, List.of())))
                .isEmpty();
        return trust;
    }

    private DatasetVersion version() {
        return new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow());
    }
}
