package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/** A big copy and many small ones, ordered behind it, over one line. */
final class ManyTransfers {
    private final Path directory;
    private final int bigMebibytes;
    private final int small;
    private final int smallBytes;

    /**
     * The task.
     *
     * @param bigMebibytes of the copy that is ordered first
     * @param small how many follow
     */
    ManyTransfers(Path directory, int bigMebibytes, int small, int smallBytes) {
        this.directory = directory;
        this.bigMebibytes = bigMebibytes;
        this.small = small;
        this.smallBytes = smallBytes;
    }

    /**
     * How long it took.
     *
     * @param smallSeconds until the last small copy was sealed
     * @param bigSeconds until the big one was
     */
    record Taken(double smallSeconds, double bigSeconds) {}

    /** Moves all of it over a line of so many bytes a second; a small copy that differs from its origin fails. */
    Taken move(int bytesASecond) throws IOException {
        try (TrialSource mali = TrialSource.ofChunks(bigMebibytes, directory.resolve("ml"));
                SlowLine line = new SlowLine(mali.server().port(), bytesASecond);
                TrialReceiver burkina = new TrialReceiver(directory.resolve("bf"), mali, line.port())) {
            AcceptedGrant big = TrialGrants.plain(mali.version());
            mali.hear(big);
            List<AcceptedGrant> others = publishSmall(mali);
            long begun = System.nanoTime();
            burkina.accept(big);
            others.forEach(burkina::accept);
            Taken taken = awaitSealed(burkina, big, others, begun);
            assertThat(burkina.transfer(big).attempts())
                    .as("the big one runs beside them")
                    .isEqualTo(1);
            Path last = burkina.sealed(others.getLast());
            assertThat(SampleTree.contents(last)).isEqualTo(SampleTree.contents(origin(small - 1)));
            return taken;
        }
    }

    private List<AcceptedGrant> publishSmall(TrialSource mali) throws IOException {
        List<AcceptedGrant> grants = new ArrayList<>();
        Random random = new Random(11);
        for (int number = 0; number < small; number++) {
            byte[] content = new byte[smallBytes];
            random.nextBytes(content);
            Files.write(Files.createDirectories(origin(number)).resolve("small.bin"), content);
            AcceptedGrant grant = TrialGrants.plain(mali.publish(name(number)));
            mali.hear(grant);
            grants.add(grant);
        }
        return grants;
    }

    private Path origin(int number) {
        return directory.resolve("ml/publish").resolve(name(number));
    }

    private static String name(int number) {
        return "small-" + number;
    }

    /** Looks at two copies at a time: to ask for a thousand each time is a load of its own. */
    private static Taken awaitSealed(
            TrialReceiver receiver, AcceptedGrant big, List<AcceptedGrant> others, long begun) {
        Deque<AcceptedGrant> open = new ArrayDeque<>(others);
        List<Double> bigSeconds = new ArrayList<>();
        List<Double> smallSeconds = new ArrayList<>();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(60))
                .until(() -> {
                    if (bigSeconds.isEmpty() && isSealed(receiver, big)) {
                        bigSeconds.add(secondsSince(begun));
                    }
                    while (!open.isEmpty() && isSealed(receiver, open.getFirst())) {
                        open.removeFirst();
                    }
                    if (smallSeconds.isEmpty() && open.isEmpty()) {
                        smallSeconds.add(secondsSince(begun));
                    }
                    return !bigSeconds.isEmpty() && !smallSeconds.isEmpty();
                });
        return new Taken(smallSeconds.getFirst(), bigSeconds.getFirst());
    }

    private static boolean isSealed(TrialReceiver receiver, AcceptedGrant grant) {
        Transfer transfer = receiver.transfer(grant);
        assertThat(transfer.state()).as(transfer.reason().en()).isNotEqualTo(TransferState.STOPPED);
        return transfer.state() == TransferState.SEALED;
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
