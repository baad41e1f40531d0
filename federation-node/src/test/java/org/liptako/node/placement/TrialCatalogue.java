package org.liptako.node.placement;

import java.util.List;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Three data centres, one abroad, and a few datasets of the samples. */
public final class TrialCatalogue {
    static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    static final SiteId NIAMEY = new SiteId("NE-NIM-1");
    static final SiteId PARIS = new SiteId("XX-EU-1");
    /** Strategic: stays at home by ML-SOL-2. */
    static final DatasetId CIVIL_REGISTRY = new DatasetId("ML-DS-001");
    /** May be copied to another State, encrypted and with a return clause. */
    public static final DatasetId AGGREGATED_HEALTH = new DatasetId("ML-DS-008");
    /** Personal: a copy needs Niger's HAPDP. */
    static final DatasetId TRADE_REGISTER = new DatasetId("NE-DS-010");

    private TrialCatalogue() {}

    /** Journals what a State says of its own, and of the place abroad; it keeps a register of incidents, and there are none. */
    public static void record(Journal journal) {
        State state = journal.state();
        journal.append(new SiteRecorded(journal.now(), site(capital(state), Country.of(state), "STATE_OPERATED")));
        journal.append(new SiteRecorded(journal.now(), site(PARIS, new Country("FR"), "FOREIGN_OPERATED")));
        journal.append(new RegisterDeclared(journal.now(), Register.INCIDENTS, true));
        switch (state) {
            case ML -> {
                dataset(journal, CIVIL_REGISTRY, "RESTRICTED", "CIVIL_STATUS", "PERSONAL", true);
                dataset(journal, AGGREGATED_HEALTH, "INTERNAL", "HEALTH", "NONE", false);
            }
            case NE -> dataset(journal, TRADE_REGISTER, "INTERNAL", "COMMERCE", "PERSONAL", false);
            case BF -> {}
        }
    }

    static SiteId capital(State state) {
        return switch (state) {
            case ML -> BAMAKO;
            case BF -> OUAGADOUGOU;
            case NE -> NIAMEY;
        };
    }

    private static void dataset(
            Journal journal, DatasetId id, String classification, String category, String personal, boolean strategic) {
        journal.append(new DatasetRecorded(
                journal.now(),
                new Dataset(
                        id,
                        journal.state(),
                        new Sentence("Jeu " + id, "Dataset " + id),
                        "Ministère",
                        classification,
                        List.of(category),
                        personal,
                        strategic,
                        "PUBLIC_BODY",
                        124L,
                        null,
                        null)));
        journal.append(new CopyRecorded(journal.now(), id, capital(journal.state()), CopyStanding.UNPROVEN));
    }

    private static Site site(SiteId id, Country country, String control) {
        return new Site(
                id,
                country,
                "Ville",
                "Centre de données",
                12.5,
                -8,
                "invented",
                control,
                country,
                null,
                3,
                "CLAIMED",
                false,
                null,
                2_000_000L);
    }
}
