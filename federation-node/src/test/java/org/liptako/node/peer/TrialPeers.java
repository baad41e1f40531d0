package org.liptako.node.peer;

import io.grpc.Channel;
import java.util.List;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.identity.TrialServer;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** A node's channels to its peers, for tests of other rooms. */
public final class TrialPeers implements PeerChannels, AutoCloseable {
    private final TlsPeerChannels channels;

    public TrialPeers(TrialServer caller, PeerConfig peer) {
        this(caller, peer, caller.trust());
    }

    public TrialPeers(TrialServer caller, List<PeerConfig> peers) {
        channels = new TlsPeerChannels(new PeerDirectory(peers), caller.tls(), caller.trust());
    }

    /** For a caller that holds another trust state than its server does. */
    public TrialPeers(TrialServer caller, PeerConfig peer, NodeTrust held) {
        channels = new TlsPeerChannels(new PeerDirectory(List.of(peer)), caller.tls(), held);
    }

    @Override
    public Channel channel(State state) {
        return channels.channel(state);
    }

    @Override
    public Channel siteChannel(SiteId site) {
        return channels.siteChannel(site);
    }

    @Override
    public PeerLane lane(State state) {
        return channels.lane(state);
    }

    @Override
    public void dial(State state, int count) {
        channels.dial(state, count);
    }

    @Override
    public boolean reaches(State state) {
        return channels.reaches(state);
    }

    @Override
    public void hangUp(State state) {
        channels.hangUp(state);
    }

    @Override
    public void retryNow(State state) {
        channels.retryNow(state);
    }

    @Override
    public void retryNow(SiteId site) {
        channels.retryNow(site);
    }

    @Override
    public void close() {
        channels.close();
    }
}
