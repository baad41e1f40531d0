package org.liptako.node.cli.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.liptako.journal.v1.JournalServiceGrpc;
import org.liptako.journal.v1.ReadEntriesRequest;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Engine;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Federation;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Zone;

/** The nodes of the three capitals as processes, with their law and catalogue, for tests that kill them. */
final class TrialCapitals implements AutoCloseable {
    private static final Path SAMPLES = Path.of("src", "main", "samples");
    private static final String SENT = "liptako_exchange_sent_bytes_total";

    private final DemoDirectory directory;
    private final Federation federation;
    private final Scene scene;

    private TrialCapitals(DemoDirectory directory, Federation federation, Scene scene) {
        this.directory = directory;
        this.federation = federation;
        this.scene = scene;
    }

    /** Starts them, with their data below a directory. */
    static TrialCapitals start(Path below) throws IOException {
        DemoDirectory directory = DemoDirectory.prepare(below);
        TrialTree tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(Zone.LOCALHOST), directory.pki());
        Files.createDirectories(directory.rules());
        for (String rules : List.of("aes.yaml", "bf.yaml", "ml.yaml", "ne.yaml")) {
            Files.copy(
                    SAMPLES.resolve("rules").resolve(rules), directory.rules().resolve(rules));
        }
        Federation federation = Federation.start(directory, tree, Zone.LOCALHOST, Engine.EMBEDDED);
        try {
            People people = new People(tree, federation);
            PrintWriter nowhere = new PrintWriter(new StringWriter());
            Narrator narrator = new Narrator(new Screen(nowhere, nowhere, Language.ENGLISH));
            FirstEditions law = new FirstEditions(people);
            law.publish(directory.rules());
            new Prologue(people)
                    .play(
                            Files.readString(SAMPLES.resolve("sites.yaml")),
                            Files.readString(SAMPLES.resolve("datasets.yaml")));
            law.tell(narrator);
            return new TrialCapitals(
                    directory, federation, new Scene(federation, people, narrator, directory, Fault.NONE));
        } catch (IOException | RuntimeException e) {
            federation.close();
            throw e;
        }
    }

    Federation federation() {
        return federation;
    }

    Scene scene() {
        return scene;
    }

    /** Where a place's node keeps all it has. */
    Path home(Place place) {
        return directory.of(place.state());
    }

    Path publish(Place place) {
        return directory.publish(place.state());
    }

    Path courier(Place place) {
        return directory.courier(place.state());
    }

    /** The entries of a place's journal. */
    List<String> journal(Place place) {
        return scene.people().ask(Person.REGULATOR, place, node -> {
            List<String> payloads = new ArrayList<>();
            node.service(JournalServiceGrpc::newBlockingStub)
                    .readEntries(ReadEntriesRequest.getDefaultInstance())
                    .forEachRemaining(read -> {
                        if (read.hasEntry()) {
                            payloads.add(read.getEntry().getPayload().toStringUtf8());
                        }
                    });
            return payloads;
        });
    }

    /** SIGKILL of the postmaster: its backends notice and go, nothing is written any more. */
    long killPostgresql(Place place) throws IOException {
        long pid = postmaster(place);
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        return pid;
    }

    long postmaster(Place place) throws IOException {
        Path file = home(place).resolve("data/postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    /** How many bytes of chunks a place's node has sent since it started. */
    double sent(Place place) {
        return page(place, "prometheus")
                .lines()
                .filter(line -> line.startsWith(SENT))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    String page(Place place, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(federation.console(place) + path))
                                    .build(),
                            BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        federation.close();
    }
}
