package org.liptako.node.journal.event;

import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.SiteId;

/**
 * A place where copies lie or could lie, as the State that answers for it describes it.
 *
 * <p>Where the copy lies, who operates the place, who owns the operator and who can reach it from afar are four facts, kept apart. Codes are those of the
 * vocabulary. What is null is unknown, and rules treat it so.
 *
 * @param state the country that the site stands in
 * @param latitude degrees north, of the city
 * @param longitude degrees east, of the city
 * @param standing what the entry rests on: {@code public}, {@code announced} or {@code invented}
 * @param capacityGb what the site can hold, in GB
 */
public record Site(
        SiteId id,
        Country state,
        String city,
        String name,
        double latitude,
        double longitude,
        String standing,
        @Nullable String control,
        @Nullable Country ownerState,
        @Nullable Country remoteAdminState,
        @Nullable Integer tier,
        @Nullable String tierEvidence,
        @Nullable Boolean mutualised,
        @Nullable Country isolatedFor,
        @Nullable Long capacityGb) {}
