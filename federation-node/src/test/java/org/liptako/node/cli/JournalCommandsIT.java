package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.State;

/** Mali's journal exported and audited by our commands: whole, grown, edited, contradicted, under other keys. */
class JournalCommandsIT extends JournalTrial {
    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aJournalIsExportedAuditedAndExportedAgainWhenItHasGrown() throws IOException {
        Path export = own.resolve("export");
        long before = signed();
        assertThat(run("export", export)).as(err.toString()).isZero();
        assertThat(audit(export.toString())).as(err + "" + out).isZero();
        assertThat(out.toString())
                .contains("Journal entier. " + before + " entrées relues", "Whole journal. " + before + " entries read")
                .contains("Payloads are not in these files");
        Path kept = copyOf(export);
        hold();
        hold();

        assertThat(signed()).isEqualTo(before + 2);
        assertThat(run("export", export)).isZero();
        assertThat(audit(
                        export.toString(), "--since", kept.resolve("checkpoint").toString()))
                .as(err + "" + out)
                .isZero();
        assertThat(out.toString())
                .contains("It has only grown since the checkpoint that was kept, of " + before + " entries");
    }

    @Test
    void anExportThatTheJournalContradictsStaysAsItIs() throws IOException {
        long size = signed();
        Path export = own.resolve("export");
        assertThat(run("export", export)).as(err.toString()).isZero();
        Path file = export.resolve("checkpoint");
        String sound = Files.readString(file);
        String root = sound.lines().skip(2).findFirst().orElseThrow();
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        for (String contradicted : List.of(
                sound.replace("\n" + size + "\n", "\n" + (size + 9) + "\n"),
                sound.replace(root, other),
                sound.replace("\n" + size + "\n" + root, "\n" + (size - 1) + "\n" + other),
                sound.replace("ml." + TrialRegion.ZONE, "ne." + TrialRegion.ZONE))) {
            Files.writeString(file, contradicted);

            assertThat(run("export", export)).isEqualTo(ExitCode.NO);
            assertThat(err.toString()).contains(" as it is, ");
            assertThat(file).content().isEqualTo(contradicted);
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void moreWitnessesThanAreKnownOrFewerThanNoneAreRefused() {
        for (String number : List.of("-1", "1")) {
            assertThat(audit(web(), "--witnesses", number)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("--witnesses " + number + ": give a number from 0 to 0");
        }
    }

    @Test
    void theWebAddressIsAuditedUnderTheKeysOfTheTrustState() {
        signed();
        assertThat(Liptako.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "journal",
                        "audit",
                        web(),
                        "--root",
                        TrialRegion.tree().root().certificate().toString(),
                        "--trust",
                        TrialRegion.tree().published().toString(),
                        "--state",
                        "ML",
                        "--zone",
                        TrialRegion.ZONE.toString()))
                .as(err + "" + out)
                .isZero();
    }

    @Test
    void anEditedExportIsRefusedInBothLanguagesWithTheEntryNamed() throws IOException {
        signed();
        Path export = own.resolve("export");
        assertThat(run("export", export)).isZero();
        Path bundle = export.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[42 * 17 + 30] ^= 1;
        Files.write(bundle, bytes);

        assertThat(audit(export.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString())
                .contains("REFUSÉ. L'entrée 17 n'est pas celle que l'arbre couvre")
                .contains("REFUSED. Entry 17 is not the one that the tree covers");
    }

    @Test
    void aJournalUnderAnotherStatesKeyIsRefused() {
        String niger = node(State.NE).getJournal().getKey();

        assertThat(Liptako.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "journal",
                        "audit",
                        web(),
                        "--key",
                        niger))
                .isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("The log has not signed this text");
    }

    @Test
    void statusSaysHowFarTheJournalIsSignedAndByWhichKey() {
        long size = signed();
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .contains("The journal has " + size + " entries.", "Last checkpoint: " + size + " entries")
                .contains("Key of the checkpoints: ml." + TrialRegion.ZONE + "/journal+");
    }

    private int audit(String source, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "journal", "audit", source, "--key", node(State.ML).getJournal().getKey()));
        words.addAll(List.of(more));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private int run(String command, Object... parameters) {
        List<String> words = new ArrayList<>(List.of("journal", command));
        for (Object parameter : parameters) {
            words.add(parameter.toString());
        }
        words.addAll(region.reach(State.ML, TrialRegion.tree().regulator(State.ML)));
        return Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private Path copyOf(Path export) throws IOException {
        Path kept = own.resolve("kept");
        try (var files = Files.walk(export)) {
            for (Path file : files.toList()) {
                Files.copy(file, kept.resolve(export.relativize(file).toString()));
            }
        }
        return kept;
    }
}
