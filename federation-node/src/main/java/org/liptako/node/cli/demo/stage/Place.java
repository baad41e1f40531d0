package org.liptako.node.cli.demo.stage;

import java.util.Arrays;
import java.util.List;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/** The three data centres of the demonstration, each with one node. */
public enum Place {
    BAMAKO(State.ML, "ML-BKO-1"),
    OUAGADOUGOU(State.BF, "BF-OUA-1"),
    NIAMEY(State.NE, "NE-NIM-1");

    private final State state;
    private final String site;

    Place(State state, String site) {
        this.state = state;
        this.site = site;
    }

    public State state() {
        return state;
    }

    public SiteId site() {
        return new SiteId(site);
    }

    /** The DNS name in its node's certificate. */
    String serverName(Zone zone) {
        return Party.at(site(), Role.NODE, "1").dnsNameIn(zone).orElseThrow();
    }

    /** The two other places. */
    List<Place> others() {
        return Arrays.stream(values()).filter(place -> place != this).toList();
    }
}
