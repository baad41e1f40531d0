package org.liptako.policy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.rules.FactValue;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Countries;

/**
 * A kind of place: a column of the decision tables.
 *
 * @param facts the facts that make it, by code
 */
record KindOfPlace(Bilingual label, Map<String, Object> facts) {

    KindOfPlace {
        facts = Map.copyOf(facts);
    }

    /** The home State's own kinds of places, then the other States', then a country that no rule and no space names. */
    static List<KindOfPlace> all(Jurisdiction home, RuleSet rules) {
        List<KindOfPlace> places = new ArrayList<>();
        places.add(operated(home, "STATE_OPERATED", "site de l'État", "State-operated"));
        places.add(operated(home, "NATIONAL_PRIVATE", "opérateur national privé", "national private operator"));
        places.add(operated(home, "AES_OPERATED", "exploité par l'AES", "operated by the AES"));
        String stranger = stranger(rules);
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

    /** The first country, by code, that fares like every other one that nobody speaks of. */
    private static String stranger(RuleSet rules) {
        Stream<String> spaces = rules.vocabulary().spaces().stream()
                .flatMap(space -> space.memberships().stream())
                .flatMap(membership -> membership.members().stream());
        Stream<String> named = rules.rules().stream()
                .flatMap(KindOfPlace::forms)
                .flatMap(KindOfPlace::values)
                .map(FactValue::code);
        Set<String> known = Stream.concat(spaces, named).collect(Collectors.toSet());
        return Countries.codes().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rules name every country"));
    }

    private static Stream<Condition> forms(Rule rule) {
        return Stream.concat(rule.scope().forms(), rule.condition().forms());
    }

    private static Stream<FactValue> values(Condition form) {
        return switch (form) {
            case Condition.Is is -> Stream.of(is.value());
            case Condition.OneOf oneOf -> oneOf.values().stream();
            case Condition.Only only -> only.values().stream();
            case Condition.Within within -> Stream.empty();
            case Condition.Same same -> Stream.empty();
            case Condition.MemberOf member -> Stream.empty();
            case Condition.All all -> Stream.empty();
            case Condition.AnyOf any -> Stream.empty();
            case Condition.Not not -> Stream.empty();
        };
    }
}
