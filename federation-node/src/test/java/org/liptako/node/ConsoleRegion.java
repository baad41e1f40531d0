package org.liptako.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liptako.console.v1.OpenLinkRequest;
import org.liptako.console.v1.SignInServiceGrpc;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;

/** Three whole nodes with the samples, as people of the three States meet them with browsers. */
final class ConsoleRegion implements AutoCloseable {
    /** What somebody may have had themselves call a dataset. */
    static final String HOSTILE_NAME = "<script>alert(1)</script><b onclick=x>";

    private final TrialFederation region;
    private final List<TrialBrowser> open = new ArrayList<>();

    ConsoleRegion(Path directory) throws IOException {
        region = new TrialFederation(directory);
        region.takeTheSamples();
    }

    TrialFederation nodes() {
        return region;
    }

    /** A browser at a State's node in which one of its people is. */
    TrialBrowser browser(State state, Role role) throws IOException {
        return browser(state, TrialRegion.someone(state, role));
    }

    TrialBrowser browser(State state, Party party) throws IOException {
        TrialBrowser browser = visitor(state);
        browser.signIn(link(state, party));
        return browser;
    }

    /** A browser at a State's node in which nobody is signed in. */
    TrialBrowser visitor(State state) throws IOException {
        TrialBrowser browser = new TrialBrowser(region.node(state).card().console(), open.size() + 1);
        open.add(browser);
        return browser;
    }

    /** A link into a State's pages, for whoever it gives one to. */
    String link(State state, Party party) {
        return SignInServiceGrpc.newBlockingStub(region.channel(state, TrialRegion.of(party)))
                .openLink(OpenLinkRequest.getDefaultInstance())
                .getLink();
    }

    /** Has Mali call one of its datasets what nobody should be called. */
    void giveAHostileName(String dataset) throws IOException {
        String described = Files.readString(Path.of("src/main/samples/datasets.yaml"))
                .lines()
                .filter(line -> line.contains("id: " + dataset))
                .findFirst()
                .orElseThrow();
        region.register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(ImportCatalogueRequest.newBuilder()
                        .setYaml("datasets:\n"
                                + described.replaceAll("(fr|en): \"[^\"]*\"", "$1: \"" + HOSTILE_NAME + "\"")
                                + "\n")
                        .build());
    }

    @Override
    public void close() {
        open.forEach(TrialBrowser::close);
        region.close();
    }
}
