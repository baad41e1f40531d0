package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.exchange.v1.ManifestDirectory;
import org.liptako.exchange.v1.ManifestFile;
import org.liptako.exchange.v1.ManifestFiles;
import org.liptako.exchange.v1.ManifestLink;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.transfer.Transfer;
import org.liptako.node.exchange.transfer.TransferState;
import org.liptako.node.placement.AcceptedGrant;

/** A source whose manifests name what no version may hold: each is refused in one sentence, and the disk around the store stays as it was. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileManifestIT {
    private static final String FAR = "a".repeat(4_000);

    @TempDir
    Path directory;

    private final AtomicReference<ManifestFiles> hostile = new AtomicReference<>();
    private final AtomicReference<HeldVersion> held = new AtomicReference<>();

    @Test
    void refusesEachWithASentenceThatNamesThePathAndWritesNothing() throws IOException {
        Path around = Files.createDirectories(directory.resolve("around"));
        try (TrialSource mali = TrialSource.ofSmallFiles(
                        directory.resolve("ml"), honest -> new HostileSource(honest, held::get, hostile::get));
                TrialReceiver burkina = TrialReceiver.of(around.resolve("bf"), mali)) {
            SortedSet<String> before = names(directory);
            for (Map.Entry<String, ManifestFiles> named : manifests().entrySet()) {
                hostile.set(named.getValue());
                Transfer stopped = stopped(mali, burkina);
                assertThat(stopped.reason().en()).contains(named.getKey()).doesNotContain("\n");
                assertThat(stopped.reason().fr()).contains(named.getKey());
                assertThat(names(directory)).as(named.getKey()).isEqualTo(before);
            }
        }
    }

    /** What hostile manifests name, by what the sentence must quote. */
    private static Map<String, ManifestFiles> manifests() {
        Map<String, ManifestFiles> manifests = new LinkedHashMap<>();
        for (String path : new String[] {
            "../up",
            "a/../../../up",
            "/etc/cron.d/evil",
            "C:/evil",
            "a\\..\\b",
            "NUL",
            "aux.txt",
            "a/./b",
            "a//b",
            ".. /up"
        }) {
            manifests.put(path, files(path).build());
        }
        manifests.put("nul?byte", files("nul\u0000byte").build());
        manifests.put("a".repeat(80) + "…", files(FAR).build());
        manifests.put("d/".repeat(40) + "…", files("d/".repeat(100) + "x").build());
        manifests.put("Café", files("Café", "café").build());
        manifests.put("link", files("file").addLinks(link("link", "/etc")).build());
        manifests.put("jump", files("file").addLinks(link("jump", "../../x")).build());
        manifests.put(
                "over",
                files("file")
                        .addLinks(link("d/top", ".."))
                        .addLinks(link("over", "d/top/../x"))
                        .build());
        manifests.put("ring", files("file").addLinks(link("ring", "ring")).build());
        manifests.put("lost", files("file").addLinks(link("lost", "nothing")).build());
        manifests.put(
                "../dir",
                files("file")
                        .addDirectories(ManifestDirectory.newBuilder().setPath("../dir"))
                        .build());
        return manifests;
    }

    private static ManifestFiles.Builder files(String... paths) {
        ManifestFiles.Builder files = ManifestFiles.newBuilder();
        for (String path : paths) {
            files.addFiles(ManifestFile.newBuilder().setPath(path).setSize(1).setMode(0644));
        }
        return files;
    }

    private static ManifestLink link(String path, String target) {
        return ManifestLink.newBuilder().setPath(path).setTarget(target).build();
    }

    private Transfer stopped(TrialSource mali, TrialReceiver burkina) throws IOException {
        AcceptedGrant grant = TrialGrants.plain(mali.version());
        held.set(mali.held(grant));
        mali.hear(grant);
        burkina.accept(grant);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> burkina.transfer(grant).state() == TransferState.STOPPED);
        return burkina.transfer(grant);
    }

    /** Everything there is but the stores' own names, which are written when a store is first used. */
    private static SortedSet<String> names(Path directory) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(path -> !path.endsWith("store.json"))
                    .forEach(path -> names.add(directory.relativize(path).toString()));
        }
        return names;
    }
}
