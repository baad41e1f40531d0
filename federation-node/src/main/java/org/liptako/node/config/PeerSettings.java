package org.liptako.node.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Reads what a configuration says of the other nodes. */
record PeerSettings(SettingsFile file) {
    private static final int MOST_PROCESSES = 16;
    private static final int MOST_SITES = 64;

    List<PeerConfig> peers(NodeConfig node) {
        List<PeerConfig> peers = new ArrayList<>();
        Set<State> known = EnumSet.of(node.state());
        int count = file.items("liptako.peers");
        for (int number = 0; number < count; number++) {
            String item = "liptako.peers[" + number + "].";
            PeerConfig peer = peer(item);
            if (!known.add(peer.state())) {
                throw file.refused(
                        "la clé « " + item
                                + "state » nomme l'État du nœud ou d'un pair précédent : un nœud a un pair par"
                                + " autre État",
                        "the key " + item + "state names the State of the node or of a peer before: a node has one peer"
                                + " for each other State");
            }
            mustBeOf(peer.state(), peer.site(), item + "site", item + "state");
            peers.add(peer);
        }
        return peers;
    }

    private PeerConfig peer(String item) {
        URI address = file.required(item + "address", SettingTypes::hostAndPort);
        return new PeerConfig(
                file.required(item + "state", SettingTypes::state),
                file.required(item + "site", SiteId::new),
                address.getHost(),
                address.getPort(),
                file.required(item + "server-name"),
                also(item + "also"),
                sites(item));
    }

    private List<PeerSite> sites(String item) {
        String list = item + "sites";
        int count = file.items(list);
        if (count > MOST_SITES) {
            throw file.refused(
                    "la clé « " + list + " » nomme plus de " + MOST_SITES + " centres de données",
                    "the key " + list + " names more than " + MOST_SITES + " data centres");
        }
        Set<SiteId> known = new HashSet<>();
        known.add(file.required(item + "site", SiteId::new));
        List<PeerSite> sites = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String one = list + "[" + number + "].";
            PeerSite site = new PeerSite(file.required(one + "site", SiteId::new), process(one));
            mustBeOf(file.required(item + "state", SettingTypes::state), site.site(), one + "site", item + "state");
            if (!known.add(site.site())) {
                throw file.refused(
                        "la clé « " + one + "site » nomme un site qui l'est déjà",
                        "the key " + one + "site names a site that is named already");
            }
            sites.add(site);
        }
        return sites;
    }

    private List<PeerProcess> also(String list) {
        int count = file.items(list);
        if (count > MOST_PROCESSES) {
            throw file.refused(
                    "la clé « " + list + " » nomme plus de " + MOST_PROCESSES + " processus",
                    "the key " + list + " names more than " + MOST_PROCESSES + " processes");
        }
        return IntStream.range(0, count)
                .mapToObj(number -> list + "[" + number + "].")
                .map(this::process)
                .toList();
    }

    private PeerProcess process(String item) {
        URI address = file.required(item + "address", SettingTypes::hostAndPort);
        return new PeerProcess(address.getHost(), address.getPort(), file.required(item + "server-name"));
    }

    /** A node stands at a site of its own State. */
    void mustBeOf(State state, SiteId site, String siteKey, String stateKey) {
        if (!site.state().equals(Optional.of(state))) {
            throw file.refused(
                    "la clé « " + siteKey + " » nomme un site d'un autre État que « " + stateKey + " »",
                    "the key " + siteKey + " names a site of another State than " + stateKey);
        }
    }
}
