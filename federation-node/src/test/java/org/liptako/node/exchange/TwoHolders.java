package org.liptako.node.exchange;

import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.transfer.HolderShare;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/**
 * Burkina Faso, about to fetch a version of Mali's from Mali and from Niger, which has sealed a copy of it: three nodes over real mutual
 * TLS, each of the two holders behind a line of its own.
 */
final class TwoHolders implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);

    final TrialSource mali;
    final TrialReceiver niger;
    final TrialReceiver burkina;
    final SlowLine fromBamako;
    final SlowLine fromNiamey;

    /** To Burkina Faso; Mali has heard of it. */
    final AcceptedGrant grant;

    /** Two that give what they hold. */
    static TwoHolders of(Path directory, int chunks, int bytesASecond) throws IOException {
        return new TwoHolders(directory, chunks, bytesASecond, (honest, held) -> honest);
    }

    /**
     * Two of which one has answers of its own.
     *
     * @param bytesASecond what each line lets through
     * @param nigers what stands between the endpoint at Niamey and its callers, given what is held there
     */
    TwoHolders(
            Path directory,
            int chunks,
            int bytesASecond,
            BiFunction<BindableService, Supplier<HeldVersion>, BindableService> nigers)
            throws IOException {
        mali = TrialSource.ofChunks(chunks, directory.resolve("ml"));
        AtomicReference<HeldVersion> held = new AtomicReference<>();
        niger = new TrialReceiver(
                State.NE,
                directory.resolve("ne"),
                List.of(TrialReceiver.peer(
                        mali.server(), State.ML, mali.server().port())),
                honest -> nigers.apply(honest, held::get));
        AcceptedGrant toNiger = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(toNiger);
        niger.accept(toNiger);
        await().atMost(LONG).until(() -> niger.transfer(toNiger).confirmed());
        held.set(niger.held(toNiger));

        fromBamako = new SlowLine(mali.server().port(), bytesASecond);
        fromNiamey = new SlowLine(niger.server().port(), bytesASecond);
        burkina = new TrialReceiver(
                State.BF,
                directory.resolve("bf"),
                List.of(
                        TrialReceiver.peer(mali.server(), State.ML, fromBamako.port()),
                        TrialReceiver.peer(niger.server(), State.NE, fromNiamey.port())),
                UnaryOperator.identity());
        burkina.record.hear(mali.record);
        burkina.record.hear(niger.record);
        grant = TrialGrants.plain(mali.version(), State.BF);
        mali.hear(grant);
    }

    /** Niger's node has read in the journals that Mali grants and Burkina Faso accepts. */
    void nigerHearsOfTheGrant() {
        Instant now = niger.record.own().clock().instant();
        niger.record.hear(State.ML, TrialGrants.granted(grant, now));
        niger.record.hear(State.BF, TrialGrants.taken(grant, now));
    }

    Transfer transfer() {
        return burkina.transfer(grant);
    }

    /** What a State has brought by now. */
    HolderShare share(State state) {
        return transfer().progress().shares().stream()
                .filter(share -> share.state() == state)
                .findFirst()
                .orElse(new HolderShare(state, 0, 0));
    }

    @Override
    public void close() throws IOException {
        fromBamako.close();
        fromNiamey.close();
        burkina.close();
        niger.close();
        mali.close();
    }
}
