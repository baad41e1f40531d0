package org.liptako.node.exchange;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.DirectoryReplicaStore;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.name.State;

/**
 * Two nodes in a process of their own, with a heap that is no larger than it must be, between which one version goes again and again: what they
 * take of the machine together, idle and at most.
 *
 * @param idle after a first copy, which loads classes and fills pools
 * @param first the most during the next quarter of the copies
 * @param most the most of all
 */
record FlatLoad(Footprint idle, Footprint first, Footprint most) {
    private static final String RESULT = "footprints ";
    private static final int LINE_BYTES_A_SECOND = 64 << 20;
    private static final Duration SYNC = Duration.ofMillis(250);

    /** What is slow. */
    enum Slow {
        NOTHING,
        LINE,
        DISK
    }

    /** Has a process of its own copy so many mebibytes so often. */
    static FlatLoad of(Slow slow, int mebibytes, int times, Path directory) throws IOException, InterruptedException {
        Path said = directory.resolve("said-" + slow);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djdk.tls.server.enableSessionTicketExtension=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatLoad.class.getName(),
                        slow.name(),
                        Integer.toString(mebibytes),
                        Integer.toString(times),
                        directory.resolve("nodes-" + slow).toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            process.waitFor(60, TimeUnit.MINUTES);
        } finally {
            process.destroyForcibly();
        }
        String all = Files.readString(said);
        return all.lines()
                .filter(line -> line.startsWith(RESULT))
                .map(FlatLoad::parsed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The process said: " + all));
    }

    long mebibytesAboveIdle() {
        return (most.kibibytes() - idle.kibibytes()) >> 10;
    }

    /** A row of a table. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d / %d | %d / %d |",
                name,
                idle.kibibytes() >> 10,
                most.kibibytes() >> 10,
                mebibytesAboveIdle(),
                first.threads(),
                most.threads(),
                first.descriptors(),
                most.descriptors());
    }

    /** The copies, in a process of their own: what is printed is how the test that started it hears of the footprints. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        Slow slow = Slow.valueOf(args[0]);
        Path home = Path.of(args[3]);
        int times = Integer.parseInt(args[2]);
        try (TrialSource mali = TrialSource.ofChunks(Integer.parseInt(args[1]), home.resolve("ml"));
                SlowLine line = new SlowLine(mali.server().port(), LINE_BYTES_A_SECOND);
                TrialReceiver burkina = receiver(slow, home, mali, line)) {
            if (slow != Slow.LINE) {
                line.open();
            }
            copy(mali, burkina);
            System.gc();
            Footprint idle = Footprint.now();
            List<Footprint> seen = new ArrayList<>();
            try (Footprint.Watch watch = new Footprint.Watch()) {
                for (int i = 0; i < times; i++) {
                    copy(mali, burkina);
                    seen.add(watch.most());
                }
            }
            int quarter = Math.max(1, times / 4);
            System.out.println(RESULT + written(idle) + written(most(seen.subList(0, quarter))) + written(most(seen)));
        }
        System.exit(0);
    }

    private static TrialReceiver receiver(Slow slow, Path home, TrialSource mali, SlowLine line) throws IOException {
        Path receiver = home.resolve("bf");
        Executor late = task -> CompletableFuture.delayedExecutor(
                        SYNC.toMillis(),
                        TimeUnit.MILLISECONDS,
                        sync -> Thread.ofPlatform().start(sync))
                .execute(task);
        return slow == Slow.DISK
                ? new TrialReceiver(
                        State.BF,
                        receiver,
                        mali,
                        line.port(),
                        Clock.systemUTC(),
                        config -> new DirectoryReplicaStore(config.storeDir(), late))
                : new TrialReceiver(receiver, mali, line.port());
    }

    private static void copy(TrialSource mali, TrialReceiver burkina) throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        mali.hear(grant);
        burkina.accept(grant);
        await().atMost(Duration.ofMinutes(10))
                .until(() -> burkina.transfer(grant).confirmed());
        burkina.store()
                .erase(new DatasetVersion(
                        mali.version().dataset(), mali.version().versionRoot()));
    }

    private static Footprint most(List<Footprint> seen) {
        return new Footprint(
                seen.stream().mapToLong(Footprint::kibibytes).max().orElseThrow(),
                seen.stream().mapToLong(Footprint::threads).max().orElseThrow(),
                seen.stream().mapToLong(Footprint::descriptors).max().orElseThrow());
    }

    private static String written(Footprint seen) {
        return seen.kibibytes() + " " + seen.threads() + " " + seen.descriptors() + " ";
    }

    private static FlatLoad parsed(String line) {
        List<Long> numbers = Stream.of(line.substring(RESULT.length()).strip().split(" ", -1))
                .map(Long::valueOf)
                .toList();
        return new FlatLoad(
                footprint(numbers.subList(0, 3)), footprint(numbers.subList(3, 6)), footprint(numbers.subList(6, 9)));
    }

    private static Footprint footprint(List<Long> numbers) {
        return new Footprint(numbers.get(0), numbers.get(1), numbers.get(2));
    }
}
