package org.liptako.policy.opa;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liptako.policy.opa.OpaData.MembershipData;
import org.liptako.policy.opa.OpaData.RuleSetData;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Membership;
import org.liptako.policy.vocabulary.Space;
import org.liptako.policy.vocabulary.Vocabulary;

/** Turns a rule set into the data that the Rego module judges by: its words, and which jurisdictions' rules it is made of. */
final class OpaRuleSets {
    private OpaRuleSets() {}

    static RuleSetData data(RuleSet rules) {
        Vocabulary vocabulary = rules.vocabulary();
        Map<String, String> laws = new TreeMap<>();
        laws(rules).forEach((digest, law) -> laws.put(law.jurisdiction().name(), digest));
        return new RuleSetData(
                rules.digest(),
                byCode(vocabulary.facts(), fact -> List.of(fact.code().split("\\."))),
                byCode(
                        vocabulary.facts().stream()
                                .filter(fact -> fact.type() == FactType.ORDERED)
                                .toList(),
                        fact -> fact.words().stream().collect(Collectors.toMap(FactWord::code, FactWord::rank))),
                vocabulary.spaces().stream().collect(Collectors.toMap(Space::code, OpaRuleSets::memberships)),
                laws);
    }

    /** The jurisdictions' rules, by the digests under which they are put. */
    static Map<String, Compendium> laws(RuleSet rules) {
        return Jurisdiction.all().stream()
                .map(rules::of)
                .collect(Collectors.toMap(law -> OpaLaws.digest(law, rules.vocabulary()), law -> law));
    }

    private static <T> Map<String, T> byCode(List<Fact> facts, Function<Fact, T> value) {
        return facts.stream().collect(Collectors.toMap(Fact::code, value));
    }

    private static List<MembershipData> memberships(Space space) {
        return space.memberships().stream().map(OpaRuleSets::membership).toList();
    }

    private static MembershipData membership(Membership membership) {
        return new MembershipData(
                OpaForms.nanos(membership.start()),
                OpaForms.nanos(membership.end()),
                membership.members().stream().sorted().toList());
    }
}
