package org.liptako.node.console;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.liptako.node.TrialFederation;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** The pages of three whole nodes with the samples' catalogue, in a real browser, for all tests of a class. Mali's are read. */
final class TrialPages implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<Path> directory;
    private final Opening opening;
    private final Set<State> cutOff = EnumSet.noneOf(State.class);
    private @Nullable Chromium chromium;
    private @Nullable TrialFederation federation;

    /** @param directory asked for as the nodes start, which keep their data below it */
    TrialPages(Supplier<Path> directory) {
        this(directory, TrialFederation::new);
    }

    private TrialPages(Supplier<Path> directory, Opening opening) {
        this.directory = directory;
        this.opening = opening;
    }

    /** The same of nodes that judge by signed editions, and hold none yet. */
    static TrialPages withoutRules(Supplier<Path> directory) {
        return new TrialPages(directory, TrialFederation::withoutRules);
    }

    /** How the nodes are started. */
    @FunctionalInterface
    private interface Opening {
        TrialFederation in(Path directory) throws IOException;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // The browser first: where there is none, no node need start.
        chromium = new Chromium(TrialRegion.tree()
                .node(TrialRegion.capital(State.ML), 1)
                .read()
                .chain()
                .getLast());
        federation = opening.in(directory.get());
        federation.takeTheSamples();
    }

    /** Somebody who has not signed in. */
    Reader reader(Look look) {
        return new Reader(
                requireNonNull(chromium).memory(look.options()), root(look.secure()), Words.in(look.language()));
    }

    /** Somebody of Mali who has signed in by a link, as everybody does. */
    Reader reader(Role role, Look look) {
        return reader(look).goesTo(path(link(role))).clicks("enter.go").sees("title.home");
    }

    /** Somebody of another State, at the pages of its own node. */
    Reader reader(State state, Role role, Look look) {
        return new Reader(
                        requireNonNull(chromium).memory(look.options()),
                        root(state, look.secure()),
                        Words.in(look.language()))
                .goesTo(path(link(state, role)))
                .clicks("enter.go")
                .sees("title.home");
    }

    /** What holds of one page, seen in two windows of the same reader. */
    interface Comparison {
        void hold(Stop stop, Reader one, Reader other);
    }

    /** Has whoever reads a page look at it in two ways, each with one window for all of theirs. */
    void compare(List<Stop> stops, Look look, Look other, Comparison claim) {
        byReader(stops).values().forEach(own -> {
            Role role = own.getFirst().role();
            try (Reader one = role == null ? reader(look) : reader(role, look);
                    Reader two = role == null ? reader(other) : reader(role, other)) {
                own.forEach(stop -> claim.hold(stop, one, two));
            }
        });
    }

    private static Map<String, List<Stop>> byReader(List<Stop> stops) {
        return stops.stream().collect(Collectors.groupingBy(Stop::reader, LinkedHashMap::new, Collectors.toList()));
    }

    /** Has whoever reads a page go to it, each with one window for all of theirs. */
    void visit(List<Stop> stops, Look look, BiConsumer<Stop, Reader> claim) {
        for (List<Stop> own : byReader(stops).values()) {
            Role role = own.getFirst().role();
            try (Reader reader = role == null ? reader(look) : reader(role, look)) {
                own.forEach(stop -> claim.accept(stop, reader.goesTo(address(stop))));
            }
        }
    }

    /** Where a page is to be found now. */
    String address(Stop stop) {
        return stop.path().equals(Stop.LINK) ? path(link(Role.OFFICER)) : stop.path();
    }

    /** What {@code liptako login} prints for somebody of Mali; with a certificate of its own, since each has but a few sessions. */
    String link(Role role) {
        return link(State.ML, role);
    }

    private String link(State state, Role role) {
        return federation().link(state, TrialRegion.of(TrialRegion.someone(state, role)));
    }

    /** Where Mali's pages are. */
    String root(boolean secure) {
        return root(State.ML, secure);
    }

    private String root(State state, boolean secure) {
        return secure
                ? "https://" + TrialFederation.serverName(state) + ":"
                        + federation().node(state).card().https()
                : "http://127.0.0.1:" + federation().node(state).card().console();
    }

    /** Cuts a State off, for the rest of the class. */
    void cutOff(State state) {
        if (cutOff.add(state)) {
            federation().stop(state);
        }
    }

    private static String path(String link) {
        URI address = URI.create(link);
        return address.getPath() + "?" + address.getQuery();
    }

    TrialFederation federation() {
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
