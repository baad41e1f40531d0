package org.liptako.node.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/**
 * Which process of a data centre works on a copy, and what keeps it. A process that is killed and started again goes on with what it had at once; the others wait
 * until its lease runs out.
 */
final class WorkStore {
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String COPY = " WHERE campaign = :campaign AND dataset = :dataset AND site = :site";

    /** Takes a copy whose time has come, unless another process works on it; a process works on one at a time, so what it has not let go of is from before it was killed. */
    boolean take(Handle handle, CampaignKey key, String worker, Instant now) {
        return bind(
                                handle.createUpdate(
                                        "INSERT INTO campaign_work AS w (campaign, dataset, site, worker, lease_until, next_try)"
                                                + " VALUES (:campaign, :dataset, :site, :worker, :until, :now)"
                                                + " ON CONFLICT (campaign, dataset, site) DO UPDATE SET worker = :worker, lease_until = :until"
                                                + " WHERE (w.lease_until <= :now OR w.worker = :worker) AND w.next_try <= :now"),
                                key)
                        .bind("worker", worker)
                        .bind("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Goes on working on it; false if another process has taken it over. */
    boolean renew(Handle handle, CampaignKey key, String worker, Instant now) {
        return bind(
                                handle.createUpdate("UPDATE campaign_work SET lease_until = :until" + COPY
                                        + " AND worker = :worker"),
                                key)
                        .bind("worker", worker)
                        .bind("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Lets go of it; it is tried again then, and this is why it does not go on. */
    void leave(Handle handle, CampaignKey key, String worker, Instant nextTry, Sentence why) {
        bind(
                        handle.createUpdate(
                                "UPDATE campaign_work SET lease_until = :epoch, next_try = :next, words_fr = :fr, words_en = :en"
                                        + COPY + " AND worker = :worker"),
                        key)
                .bind("worker", worker)
                .bind("epoch", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .bind("next", nextTry.atOffset(ZoneOffset.UTC))
                .bind("fr", why.fr())
                .bind("en", why.en())
                .execute();
    }

    /** It may be tried at once. */
    void hasten(Handle handle, CampaignKey key, Instant now) {
        bind(handle.createUpdate("UPDATE campaign_work SET next_try = :now" + COPY), key)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Nothing keeps it, and it may be tried at once. */
    void forget(Handle handle, CampaignKey key) {
        bind(handle.createUpdate("DELETE FROM campaign_work" + COPY), key).execute();
    }

    /** What keeps the copies of a campaign. */
    Map<CampaignKey, Sentence> words(Handle handle, CampaignId campaign) {
        Map<CampaignKey, Sentence> words = new HashMap<>();
        handle.createQuery("SELECT dataset, site, words_fr, words_en FROM campaign_work"
                        + " WHERE campaign = :campaign AND words_fr IS NOT NULL AND words_en IS NOT NULL")
                .bind("campaign", campaign.value())
                .map((row, context) -> Map.entry(
                        new CampaignKey(
                                campaign, new DatasetId(row.getString("dataset")), new SiteId(row.getString("site"))),
                        new Sentence(row.getString("words_fr"), row.getString("words_en"))))
                .forEach(one -> words.put(one.getKey(), one.getValue()));
        return words;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, CampaignKey key) {
        return statement
                .bind("campaign", key.campaign().value())
                .bind("dataset", key.dataset().value())
                .bind("site", key.site().value());
    }
}
