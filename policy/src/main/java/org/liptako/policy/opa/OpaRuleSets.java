package org.liptako.policy.opa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Role;
import org.liptako.policy.opa.OpaData.ChamberData;
import org.liptako.policy.opa.OpaData.MembershipData;
import org.liptako.policy.opa.OpaData.RuleData;
import org.liptako.policy.opa.OpaData.RuleSetData;
import org.liptako.policy.rules.Capacity;
import org.liptako.policy.rules.ForcePeriod;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Membership;
import org.liptako.policy.vocabulary.Space;
import org.liptako.policy.vocabulary.Vocabulary;

/** Turns a rule set into the data that the Rego module judges by. */
final class OpaRuleSets {
    private OpaRuleSets() {}

    static RuleSetData data(RuleSet rules) {
        Vocabulary vocabulary = rules.vocabulary();
        OpaForms forms = new OpaForms();
        Map<String, RuleData> data = new TreeMap<>();
        rules.rules().forEach(rule -> data.put(rule.id(), rule(rule, forms)));
        return new RuleSetData(
                rules.digest(),
                byCode(vocabulary.facts(), fact -> List.of(fact.code().split("\\."))),
                byCode(
                        vocabulary.facts().stream()
                                .filter(fact -> fact.type() == FactType.ORDERED)
                                .toList(),
                        fact -> fact.words().stream().collect(Collectors.toMap(FactWord::code, FactWord::rank))),
                vocabulary.spaces().stream().collect(Collectors.toMap(Space::code, OpaRuleSets::memberships)),
                forms.all(),
                chambers(rules),
                data);
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

    private static RuleData rule(Rule rule, OpaForms forms) {
        OpaLevels.Layout condition = OpaLevels.of(rule.condition(), forms);
        return new RuleData(
                rule.effect().name(),
                rule.periods().stream().map(OpaRuleSets::period).toList(),
                rule.facts().map(Fact::code).distinct().sorted().toList(),
                rule.scope().parts().stream().map(forms::place).toList(),
                condition.leaves(),
                condition.levels(),
                condition.size(),
                rule.derogatesFrom(),
                rule.obligations());
    }

    private static List<@Nullable Long> period(ForcePeriod period) {
        List<@Nullable Long> pair = new ArrayList<>();
        pair.add(OpaForms.nanos(period.start()));
        pair.add(OpaForms.nanos(period.end()));
        return pair;
    }

    private static Map<String, Map<String, ChamberData>> chambers(RuleSet rules) {
        Map<String, Map<String, ChamberData>> chambers = new TreeMap<>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            Map<String, ChamberData> roles = new TreeMap<>();
            List<Rule> own = rules.of(jurisdiction).rules();
            if (jurisdiction.isState()) {
                roles.put(Role.HOME.name(), chamber(speaking(own, Capacity.ORIGINE)));
                roles.put(Role.HOST.name(), chamber(speaking(own, Capacity.ACCUEIL)));
            } else {
                roles.put(Role.REGION.name(), chamber(own));
            }
            chambers.put(jurisdiction.name(), roles);
        }
        return chambers;
    }

    private static List<Rule> speaking(List<Rule> rules, Capacity capacity) {
        return rules.stream()
                .filter(rule -> rule.capacity() == Capacity.TOUS || rule.capacity() == capacity)
                .toList();
    }

    private static ChamberData chamber(List<Rule> rules) {
        OpaShelves shelves = new OpaShelves(rules);
        List<List<Long>> pages = pages(boundaries(rules));
        return new ChamberData(
                shelves.patterns(),
                shelves.shelves(),
                pages,
                pages.stream().map(List::getLast).toList());
    }

    /** Section 4, valid_until: starts and ends of all these rules, in force or not, and where the spaces that they name change. */
    private static List<Long> boundaries(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.concat(
                        rule.periods().stream().flatMap(OpaRuleSets::ends),
                        rule.spaces().stream().flatMap(space -> space.boundaries().stream())))
                .map(OpaForms::nanos)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Instant> ends(ForcePeriod period) {
        return Stream.concat(Stream.of(period.start()), Stream.ofNullable(period.end()));
    }

    /** Pages as long as there are pages, so that looking through both is short. */
    private static List<List<Long>> pages(List<Long> boundaries) {
        int length = Math.max(1, (int) Math.sqrt(boundaries.size()));
        List<List<Long>> pages = new ArrayList<>();
        for (int start = 0; start < boundaries.size(); start += length) {
            pages.add(boundaries.subList(start, Math.min(start + length, boundaries.size())));
        }
        return pages;
    }
}
