package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.journal.v1.ReadEntriesResponse;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.placement.v1.CheckPlacementsRequest;
import org.liptako.placement.v1.CheckPlacementsResponse;

/** Whom no revocation concerns, connected in every way while others are revoked: nothing of theirs may fail. */
final class Bystanders implements AutoCloseable {
    private static final int MORE = 20;

    private final RevocationScene scene;
    private final Credential node =
            TrialRegion.node(State.BF, Clock.systemUTC()).credential();
    private final IdleConnection idle;
    private final ConnectionInUse used;
    private final RunningStream<FetchRequest, FetchResponse> transfer;
    private final RunningStream<CheckPlacementsRequest, CheckPlacementsResponse> checking;
    private final RunningStream<ReadEntriesRequest, ReadEntriesResponse> following;
    private int connected;

    Bystanders(RevocationScene scene) throws Exception {
        this.scene = scene;
        idle = scene.idle(node);
        used = scene.inUse(node);
        transfer = scene.transfer(State.BF, node);
        checking = scene.checking(TrialRegion.operator(State.ML));
        following = scene.following(TrialRegion.of(TrialRegion.someone(State.BF, Role.REGULATOR)));
        await().until(() -> used.answers() > 0
                && transfer.messages() == 1
                && checking.messages() == 1
                && following.messages() == 1);
    }

    /** Each is served on, in what it had begun; and whoever connects anew is let in. */
    void areServed() throws Exception {
        int answers = used.answers();
        int chunks = transfer.messages();
        int checks = checking.messages();
        transfer.takeOne();
        checking.say(RevocationScene.question());
        checking.takeOne();
        await().until(() -> used.answers() >= answers + MORE
                && transfer.messages() == chunks + 1
                && checking.messages() == checks + 1);
        try (ResumingClient again = scene.resuming(node)) {
            await().until(() -> again.connections() > 0);
            connected += again.connections();
        }
        assertThat(List.of(idle, used, transfer, checking, following)).noneMatch(RevokedCaller::isRefused);
    }

    @Override
    public String toString() {
        return used.answers() + " calls, " + connected + " new connections, a transfer of " + transfer.messages()
                + " chunks in one call, a stream of " + checking.messages()
                + " checks, a journal followed, a connection idle: 0 failed";
    }

    @Override
    public void close() {
        List.of(idle, used, transfer, checking, following).forEach(RevokedCaller::close);
    }
}
