package org.liptako.node.placement.watch;

import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Something that has changed, and what it may touch: the copies and grants within all its bounds. A bound of null is none.
 *
 * @param host a member State's code; empty for every country that is no member
 */
record Matter(
        @Nullable DatasetId dataset,
        @Nullable SiteId site,
        @Nullable State home,
        @Nullable String host,
        JudgingCause cause) {

    /** What is no member's soil, as a host. */
    static final String OUTSIDE = "";

    static Matter of(DatasetId dataset, JudgingCause cause) {
        return new Matter(dataset, null, null, null, cause);
    }

    /** One copy, which may have been unknown so far. */
    static Matter of(DatasetId dataset, SiteId site) {
        return new Matter(dataset, site, null, null, JudgingCause.COPY);
    }

    static Matter at(SiteId site, JudgingCause cause) {
        return new Matter(null, site, null, null, cause);
    }

    static Matter ofHome(State home, JudgingCause cause) {
        return new Matter(null, null, home, null, cause);
    }

    static Matter ofAll(JudgingCause cause) {
        return new Matter(null, null, null, null, cause);
    }

    static String host(SiteId site) {
        return site.state().map(State::name).orElse(OUTSIDE);
    }
}
