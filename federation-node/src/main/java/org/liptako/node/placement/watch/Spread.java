package org.liptako.node.placement.watch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.liptako.node.journal.event.JudgingCause;

/** Makes what a matter touches due, in either table of what is watched. */
final class Spread {
    private Spread() {}

    static void over(Handle handle, String table, MatterStore.Noted noted, Instant now) {
        Map<String, String> bounds = bounds(noted.matter());
        String within = bounds.isEmpty()
                ? ""
                : " WHERE "
                        + bounds.keySet().stream()
                                .map(bound -> bound + " = :" + bound)
                                .collect(Collectors.joining(" AND "));
        // An entry may have been recorded later than now, by a clock that was put back since.
        Instant since = noted.at().isAfter(now) ? now : noted.at();
        Update update = handle.createUpdate("UPDATE " + table + " SET next_at = :since, cause = :cause" + within)
                .bind("since", timestamp(since))
                .bind("cause", noted.matter().cause().name());
        bounds.forEach(update::bind);
        update.execute();
    }

    /** Makes due what was judged after an instant, and is not due soon in any case. */
    static void recall(Handle handle, String table, Instant later) {
        handle.createUpdate("UPDATE " + table + " SET next_at = '-infinity', cause = :cause"
                        + " WHERE judged_at > :later AND next_at > :later")
                .bind("cause", JudgingCause.CLOCK.name())
                .bind("later", timestamp(later))
                .execute();
    }

    private static Map<String, String> bounds(Matter matter) {
        Map<String, String> bounds = new LinkedHashMap<>();
        if (matter.dataset() != null) {
            bounds.put("dataset", matter.dataset().value());
        }
        if (matter.site() != null) {
            bounds.put("site", matter.site().value());
        }
        if (matter.home() != null) {
            bounds.put("home", matter.home().name());
        }
        if (matter.host() != null) {
            bounds.put("host", matter.host());
        }
        return bounds;
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
