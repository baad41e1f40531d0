package org.liptako.node.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Where each ruling stands in its State's journal, by dataset and day. */
@Singleton
public final class RulingProjection implements JournalProjection {
    /** Outside these an instant is as good as never, and PostgreSQL would not take them all. */
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private record Ruling(
            String type,
            DatasetId dataset,
            SiteId site,
            @Nullable String serial,
            @Nullable JsonNode decision,
            Instant at) {}

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        Ruling ruling = switch (event) {
            case PlacementGranted grant ->
                new Ruling(
                        "GRANT",
                        grant.terms().dataset(),
                        grant.terms().targetSite(),
                        grant.serial().value(),
                        grant.decision(),
                        grant.at());
            case PlacementRefused refusal ->
                new Ruling(
                        "REFUSAL",
                        refusal.terms().dataset(),
                        refusal.terms().targetSite(),
                        null,
                        refusal.decision(),
                        refusal.at());
            case CopyJudged judged ->
                new Ruling("JUDGEMENT", judged.dataset(), judged.site(), null, judged.decision(), judged.at());
            default -> null;
        };
        if (ruling != null
                && !ruling.at().isBefore(Instant.EPOCH)
                && ruling.at().isBefore(LAST)) {
            keep(handle, saidBy, index, ruling);
        }
    }

    private static void keep(Handle handle, State saidBy, long index, Ruling ruling) {
        handle.createUpdate("INSERT INTO inquiry_ruling (state, index, type, dataset, site, serial, derogating, at)"
                        + " VALUES (:state, :index, :type, :dataset, :site, :serial, :derogating, :at)")
                .bind("state", saidBy.name())
                .bind("index", index)
                .bind("type", ruling.type())
                .bind("dataset", ruling.dataset().value())
                .bind("site", ruling.site().value())
                .bind("serial", ruling.serial())
                .bind("derogating", ruling.type().equals("GRANT") && isDerogating(ruling.decision()))
                .bind("at", ruling.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static boolean isDerogating(@Nullable JsonNode decision) {
        if (decision == null) {
            return false;
        }
        for (JsonNode finding : decision.path("findings")) {
            if (!finding.path("derogations").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM inquiry_ruling");
    }
}
