package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.SettingsReader;
import org.liptako.node.database.Database;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;

/** {@code registry rebuild} on the embedded database of a node, running and stopped. */
class RebuildCommandIT {
    @TempDir
    private Path directory;

    private final Locale before = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path config;

    @BeforeEach
    void configure() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        CredentialFiles node = TrialRegion.tree().node(TrialRegion.capital(State.ML), 1);
        config = Files.writeString(directory.resolve("node.yaml"), """
                liptako:
                  node: {state: ML, site: ML-BKO-1, zone: %s, demonstration: true, data-dir: %s}
                  tls: {certificate: %s, key: %s, root: %s}
                  rules: {dir: src/main/samples/rules}
                """.formatted(
                        TrialRegion.ZONE.domain(),
                        directory.resolve("data"),
                        node.certificate(),
                        node.key(),
                        TrialRegion.tree().root().certificate()));
    }

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    void makesALostRegistryAnewOnceTheNodeIsStopped() throws IOException {
        List<String> live;
        try (Database database = open()) {
            Journal journal =
                    new Journal(database.jdbi(), State.ML, Clock.systemUTC(), List.of(new RegistryProjection()));
            journal.append(new RegisterDeclared(journal.now(), Register.HOLDS, true));
            journal.append(new HoldRecorded(journal.now(), new DatasetId("ML-DS-006"), true, "TGI 2026/1"));
            live = rows(database.jdbi());
            database.jdbi().useHandle(handle -> handle.execute("DELETE FROM registry_statement"));

            assertThat(rebuild()).isEqualTo(ExitCode.NO);
            assertThat(err.toString()).contains("stop it").hasLineCount(1);
            assertThat(rows(database.jdbi())).isEmpty();
        }

        assertThat(rebuild()).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("2 journal entries").hasLineCount(1);
        try (Database database = open()) {
            assertThat(live).hasSize(2);
            assertThat(rows(database.jdbi())).isEqualTo(live);
        }
    }

    @Test
    void refusesAConfigurationThatIsNone() {
        config = directory.resolve("absent.yaml");

        assertThat(rebuild()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("absent.yaml").hasLineCount(1);
    }

    private int rebuild() {
        return Liptako.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "registry",
                "rebuild",
                "--config",
                config.toString());
    }

    private Database open() throws IOException {
        return Database.open(SettingsReader.read(config).database());
    }

    private static List<String> rows(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT r::text FROM registry_statement r ORDER BY 1")
                .mapTo(String.class)
                .list());
    }
}
