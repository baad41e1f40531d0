package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.name.State;

/** The command that gives a person a link into the pages, run on real nodes. */
class LoginCommandIT {
    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsALinkThatShowsWhoseItIsAndNothingElseOnItsLine() throws IOException, InterruptedException {
        try (TrialFederation region = new TrialFederation(directory.resolve("region"))) {
            terminal.speaks(Locale.FRANCE);

            assertThat(login(region, State.ML)).as(err.toString()).isEqualTo(ExitCode.DONE);

            assertThat(out.toString().strip()).matches("http://127\\.0\\.0\\.1:\\d+/enter\\?link=[A-Za-z0-9_-]{43}");
            assertThat(err.toString()).contains("il vaut une fois");
            assertThat(page(out.toString().strip())).contains("régulateur, Mali (");

            assertThat(login(region, State.BF)).as("another State's").isEqualTo(ExitCode.NO);
            assertThat(err.toString()).contains("réservé à l'État");
        }
    }

    private int login(TrialFederation region, State own) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CredentialFiles regulator = TrialRegion.tree().regulator(own);
        return Liptako.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "login",
                "--node",
                "127.0.0.1:" + region.port(State.ML),
                "--server-name",
                TrialFederation.serverName(State.ML),
                "--cert",
                regulator.certificate().toString(),
                "--key",
                regulator.key().toString(),
                "--root",
                TrialRegion.tree().root().certificate().toString());
    }

    private static String page(String link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(link))
                                    .header("Accept-Language", "fr")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
