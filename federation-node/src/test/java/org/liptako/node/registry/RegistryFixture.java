package org.liptako.node.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** A dataset, sites and a grant to tell stories with. */
public final class RegistryFixture {
    public static final Instant MORNING = Instant.parse("2026-03-01T06:00:00Z");
    public static final DatasetId HEALTH = new DatasetId("ML-DS-008");
    public static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    public static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    public static final SiteId ABROAD = new SiteId("XX-EU-1");
    public static final VersionRoot VERSION = new VersionRoot("ab".repeat(32));
    public static final GrantSerial SERIAL = new GrantSerial("ML-" + "0".repeat(31) + "1");
    public static final Digest RULES = Digest.over("rules".getBytes(StandardCharsets.UTF_8));

    private RegistryFixture() {}

    public static Dataset dataset(DatasetId id, long sizeGb) {
        return new Dataset(
                id,
                id.home().orElseThrow(),
                new Sentence("Données sanitaires agrégées", "Aggregated health data"),
                "Ministère de la santé",
                "INTERNAL",
                List.of("HEALTH"),
                "NONE",
                false,
                "PUBLIC_BODY",
                sizeGb,
                null,
                null);
    }

    public static Site site(SiteId id, Country country, @Nullable Long capacityGb) {
        return new Site(
                id,
                country,
                "Ville",
                "Site",
                12.5,
                -8,
                "invented",
                "STATE_OPERATED",
                country,
                null,
                3,
                "CLAIMED",
                false,
                null,
                capacityGb);
    }

    public static PlacementTerms terms(String operation) {
        return new PlacementTerms(HEALTH, operation, OUAGADOUGOU, Country.of(State.BF), null, null, false, true);
    }

    public static PlacementGranted granted(Instant at, String operation) {
        return granted(at, operation, JsonNodeFactory.instance.objectNode().put("verdict", "PERMIT"));
    }

    /** A copy that one rule bans and another allows by derogation. */
    public static PlacementGranted grantedByDerogation(Instant at) {
        ObjectNode decision = JsonNodeFactory.instance.objectNode().put("verdict", "PERMIT");
        decision.putArray("findings")
                .addObject()
                .putArray("derogations")
                .addObject()
                .put("ban", "ML-SANTE-1")
                .put("by", "ML-SANTE-2");
        return granted(at, "REPLICATE", decision);
    }

    private static PlacementGranted granted(Instant at, String operation, ObjectNode decision) {
        return new PlacementGranted(
                at,
                SERIAL,
                new RequestId("request-1"),
                terms(operation),
                VERSION,
                at.plus(Duration.ofDays(1)),
                RULES,
                decision,
                List.of(new CitedRule("ML-COPIE-1", new Sentence("Copie", "Copy"), List.of("Loi, art. 1"))),
                statement(State.ML),
                statement(State.BF),
                statement(State.ML),
                BAMAKO);
    }

    public static PlacementAccepted accepted(Instant at, String operation) {
        return new PlacementAccepted(
                at,
                SERIAL,
                new RequestId("request-1"),
                terms(operation),
                VERSION,
                at.plus(Duration.ofDays(1)),
                RULES,
                statement(State.ML));
    }

    private static SignedStatement statement(State state) {
        return FakeStatements.of(state).sign("placement-judgement", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
