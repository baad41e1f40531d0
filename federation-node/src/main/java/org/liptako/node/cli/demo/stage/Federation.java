package org.liptako.node.cli.demo.stage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Zone;

/** Three nodes, each a process with its own database and engine, and a link for each pair of them, in each direction. */
public final class Federation implements Closeable {
    private record Way(Place from, Place to) {}

    private final Zone zone;
    private final Map<Place, NodeProcess> nodes = new EnumMap<>(Place.class);
    private final Map<Place, NodeCard> cards = new EnumMap<>(Place.class);
    private final Map<Way, Link> links = new HashMap<>();

    private Federation(Zone zone) {
        this.zone = zone;
    }

    /** Starts all three at once; returns when they serve. */
    public static Federation start(DemoDirectory directory, TrialTree tree, Zone zone, Engine engine) {
        return start(directory, tree, zone, engine, Map.of());
    }

    /** The same, where some nodes run in a Java of their own kind. */
    public static Federation start(
            DemoDirectory directory, TrialTree tree, Zone zone, Engine engine, Map<Place, NodeJava> special) {
        var federation = new Federation(zone);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(federation::close));
        try {
            for (var from : Place.values()) {
                for (var to : from.others()) {
                    federation.links.put(new Way(from, to), new Link());
                }
            }
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        var file = new NodeFile(directory, zone);
        for (var place : Place.values()) {
            var peers = place.others().stream()
                    .map(to ->
                            new NodeFile.PeerLine(to, federation.link(place, to).port()))
                    .toList();
            var config = file.write(place, tree, peers, engine);
            file.writeAuthority(place, tree.issuingCa(place.state(), Authority.NODE_CA));
            file.writeWitness(place, tree.witnessKey(place.state()));
            federation.nodes.put(place, new NodeProcess(place, config, special.getOrDefault(place, NodeJava.small())));
        }
        for (var place : Place.values()) {
            federation.up(place);
        }
        return federation;
    }

    /** The link by which one node calls another. */
    public Link link(Place from, Place to) {
        return Objects.requireNonNull(links.get(new Way(from, to)), "every two nodes have a link");
    }

    /** Cuts a place off from the two others, in both directions. */
    public void cutOff(Place place) {
        linksOf(place).forEach(Link::cut);
    }

    /** Undoes {@link #cutOff}. */
    public void restore(Place place) {
        linksOf(place).forEach(Link::restore);
    }

    /** Kills a node as a power cut would. */
    public void kill(Place place) {
        node(place).kill();
    }

    /** Starts a killed node again, on the data it left; returns when it serves. */
    public void startAgain(Place place) {
        startAgain(List.of(place));
    }

    /** Starts killed nodes again, all at once; returns when they serve. */
    public void startAgain(List<Place> places) {
        places.forEach(place -> node(place).startAgain());
        places.forEach(this::up);
    }

    /** The domain under which the nodes have their names. */
    public String zone() {
        return zone.domain();
    }

    /** How a client reaches a node. */
    public NodeTarget target(Place place) {
        return new NodeTarget("127.0.0.1", card(place).grpc(), place.serverName(zone));
    }

    /** The address of a node's web pages. */
    public String console(Place place) {
        return "http://127.0.0.1:" + card(place).console() + "/";
    }

    @Override
    public void close() {
        nodes.values().parallelStream().forEach(NodeProcess::stop);
        links.values().forEach(Federation::close);
    }

    private void up(Place place) {
        var card = node(place).awaitCard();
        cards.put(place, card);
        for (var from : place.others()) {
            link(from, place).leadTo(card.grpc());
        }
    }

    private List<Link> linksOf(Place place) {
        var touched = new ArrayList<Link>();
        for (var other : place.others()) {
            touched.add(link(place, other));
            touched.add(link(other, place));
        }
        return touched;
    }

    private NodeProcess node(Place place) {
        return Objects.requireNonNull(nodes.get(place), "every place has a node");
    }

    private NodeCard card(Place place) {
        return Objects.requireNonNull(cards.get(place), "the node is up");
    }

    private static void close(Link link) {
        try {
            link.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
