package org.liptako.node.config;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The node of another State.
 *
 * @param serverName the DNS name that its certificate must bear
 * @param also where further processes of that node listen, asked where the first does not answer
 * @param sites the State's further data centres, whose copies are challenged
 */
public record PeerConfig(
        State state,
        SiteId site,
        String host,
        int port,
        String serverName,
        List<PeerProcess> also,
        List<PeerSite> sites) {
    public PeerConfig {
        also = List.copyOf(also);
        sites = List.copyOf(sites);
    }

    /** A State with one data centre. */
    public PeerConfig(State state, SiteId site, String host, int port, String serverName, List<PeerProcess> also) {
        this(state, site, host, port, serverName, also, List.of());
    }

    /** A node of one process. */
    public PeerConfig(State state, SiteId site, String host, int port, String serverName) {
        this(state, site, host, port, serverName, List.of());
    }

    /** Each of its processes, the first first. */
    public List<PeerProcess> processes() {
        return Stream.concat(Stream.of(new PeerProcess(host, port, serverName)), also.stream())
                .toList();
    }

    /** The DNS names one of which the certificate that is shown must bear. */
    public List<String> serverNames() {
        return processes().stream().map(PeerProcess::serverName).distinct().toList();
    }
}
