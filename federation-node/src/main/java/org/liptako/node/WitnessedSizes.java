package org.liptako.node;

import java.util.OptionalLong;
import org.liptako.node.journal.witness.WitnessDesk;
import org.liptako.node.journal.witness.WitnessStanding;
import org.liptako.node.journal.witness.Witnesses;
import org.liptako.pki.name.State;

/** How many entries of each State's journal are witnessed as far as this node knows: its own by the others, a peer's by itself. */
record WitnessedSizes(State own, Witnesses witnesses, WitnessDesk desk) {

    /** Empty where no witness is awaited, or this node is none. */
    OptionalLong of(State state) {
        if (state == own) {
            WitnessStanding standing = witnesses.standing();
            return standing.needed() == 0 ? OptionalLong.empty() : OptionalLong.of(standing.size());
        }
        long cosigned = desk.cosigned(state);
        return cosigned == 0 ? OptionalLong.empty() : OptionalLong.of(cosigned);
    }
}
