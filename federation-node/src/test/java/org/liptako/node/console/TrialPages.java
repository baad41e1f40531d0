package org.liptako.node.console;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.liptako.console.v1.OpenLinkRequest;
import org.liptako.console.v1.SignInServiceGrpc;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** The pages of three whole nodes with the samples' catalogue, in a real browser, for all tests of a class. Mali's are read. */
final class TrialPages implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<Path> directory;
    private final Map<Role, String> signedIn = new EnumMap<>(Role.class);
    private final Set<State> cutOff = EnumSet.noneOf(State.class);
    private @Nullable Chromium chromium;
    private @Nullable TrialFederation federation;

    /** @param directory asked for as the nodes start, which keep their data below it */
    TrialPages(Supplier<Path> directory) {
        this.directory = directory;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // The browser first: where there is none, no node need start.
        chromium = new Chromium();
        federation = new TrialFederation(directory.get());
        federation.takeTheSamples();
    }

    /** Somebody who has not signed in. */
    Reader reader(Look look) {
        return reader(look, look.options());
    }

    /** Somebody of Mali who is signed in; by a link, as everybody is, the first time that the role is asked for. */
    Reader reader(Role role, Look look) {
        String cookies = signedIn.computeIfAbsent(role, this::signIn);
        return reader(look, look.options().setStorageState(cookies));
    }

    /** Whoever reads a page, before it. */
    Reader at(Stop stop, Look look) {
        Role role = stop.role();
        Reader reader = role == null ? reader(look) : reader(role, look);
        return reader.goesTo(stop.path().equals(Stop.LINK) ? link(Role.OFFICER) : stop.path());
    }

    /** What {@code liptako login} prints for somebody of Mali. */
    String link(Role role) {
        return SignInServiceGrpc.newBlockingStub(
                        federation().channel(State.ML, TrialRegion.of(TrialRegion.someone(State.ML, role))))
                .openLink(OpenLinkRequest.getDefaultInstance())
                .getLink();
    }

    /** Where Mali's pages are. */
    String root() {
        return "http://127.0.0.1:" + federation().node(State.ML).card().console();
    }

    /** Cuts a State off, for the rest of the class. */
    void cutOff(State state) {
        if (cutOff.add(state)) {
            federation().stop(state);
        }
    }

    private String signIn(Role role) {
        try (Reader reader = reader(Look.in("fr"))) {
            return reader.goesTo(link(role)).clicks("enter.go").sees("title.home").cookies();
        }
    }

    private Reader reader(Look look, NewContextOptions options) {
        return new Reader(requireNonNull(chromium).memory(options), root(), Words.in(look.language()));
    }

    private TrialFederation federation() {
        return requireNonNull(federation);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
        if (federation != null) {
            federation.close();
        }
    }
}
