package org.liptako.policy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.NamedCountries;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * A kind of place: a column of the decision tables.
 *
 * @param facts the facts that make it, by code
 */
public record KindOfPlace(Bilingual label, Map<String, Object> facts) {

    public KindOfPlace {
        facts = Map.copyOf(facts);
    }

    /** The home State's own kinds of places, then the other States', then a country that no rule and no space names. */
    static List<KindOfPlace> all(Jurisdiction home, RuleSet rules) {
        List<KindOfPlace> places = new ArrayList<>();
        places.add(operated(home, "STATE_OPERATED", "site de l'État", "State-operated"));
        places.add(operated(home, "NATIONAL_PRIVATE", "opérateur national privé", "national private operator"));
        places.add(operated(home, "AES_OPERATED", "exploité par l'AES", "operated by the AES"));
        String stranger = NamedCountries.of(rules).stranger();
        places.add(foreign(
                new Bilingual("%s, exploitant étranger", "%s, foreign operator").with(home.label()),
                home.name(),
                stranger));
        Jurisdiction.all().stream()
                .filter(state -> state.isState() && state != home)
                .forEach(state -> places.add(operated(state, "STATE_OPERATED", "site de l'État", "State-operated")));
        places.add(foreign(new Bilingual("Pays tiers", "Third country"), stranger, stranger));
        return places;
    }

    private static KindOfPlace operated(Jurisdiction state, String control, String fr, String en) {
        return new KindOfPlace(
                new Bilingual("%s, %s", "%s, %s").with(state.label(), new Bilingual(fr, en)),
                facts(state.name(), control, state.name()));
    }

    private static KindOfPlace foreign(Bilingual label, String country, String owner) {
        return new KindOfPlace(label, facts(country, "FOREIGN_OPERATED", owner));
    }

    private static Map<String, Object> facts(String country, String control, String owner) {
        return Map.of(
                "target.state",
                country,
                "target.control",
                control,
                "target.owner_state",
                owner,
                "target.remote_admin_state",
                owner,
                "target.tier",
                3L,
                "target.tier_evidence",
                "CERTIFIED",
                "target.mutualised",
                false,
                "target.quota_left_gb",
                1_000L);
    }
}
