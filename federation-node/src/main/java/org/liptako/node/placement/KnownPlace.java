package org.liptako.node.placement;

import java.util.OptionalLong;
import org.liptako.node.journal.event.Site;

/**
 * What this node's registry says of a place, for one dataset, at one instant.
 *
 * @param quotaLeftGb what is left there now, in GB; empty if unknown
 * @param counted whether the dataset's size is in that already: a copy lies there, or is on its way
 */
public record KnownPlace(Site site, OptionalLong quotaLeftGb, boolean counted) {

    /** What would be left after a copy of this size, in GB. */
    OptionalLong roomLeftGb(OptionalLong sizeGb) {
        if (counted || quotaLeftGb.isEmpty()) {
            return quotaLeftGb;
        }
        return sizeGb.isPresent()
                ? OptionalLong.of(quotaLeftGb.getAsLong() - sizeGb.getAsLong())
                : OptionalLong.empty();
    }
}
