package org.liptako.node.placement;

import java.util.Map;
import org.liptako.pki.name.State;

/**
 * What this node's registry says, at one instant, of an operation on a dataset at a place.
 *
 * @param authorisations what the register of each State's authority says; a State that says nothing is absent
 */
record Known(KnownDataset dataset, KnownPlace place, Map<State, String> authorisations) {

    Known {
        authorisations = Map.copyOf(authorisations);
    }

    Parties parties() {
        return Parties.of(dataset.dataset().home(), place.site().state());
    }
}
