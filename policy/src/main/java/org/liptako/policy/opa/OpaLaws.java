package org.liptako.policy.opa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.Sha256;
import org.liptako.policy.decision.Role;
import org.liptako.policy.opa.OpaData.ChamberData;
import org.liptako.policy.opa.OpaData.LawData;
import org.liptako.policy.opa.OpaData.RuleData;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.ForcePeriod;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** Turns one jurisdiction's rules into the data that the Rego module judges by. */
final class OpaLaws {
    private OpaLaws() {}

    /** What the data hang on: the files of the rules and the words that they are written in. */
    static String digest(Compendium rules, Vocabulary vocabulary) {
        return Sha256.hex(rules.jurisdiction() + " " + rules.digest() + "\nvocabulary " + vocabulary.digest() + "\n");
    }

    static LawData data(Compendium compendium, Vocabulary vocabulary) {
        OpaForms forms = new OpaForms();
        Map<String, RuleData> data = new TreeMap<>();
        compendium.rules().forEach(rule -> data.put(rule.id(), rule(rule, forms)));
        return new LawData(digest(compendium, vocabulary), forms.all(), chambers(compendium), data);
    }

    private static RuleData rule(Rule rule, OpaForms forms) {
        OpaLevels.Layout condition = OpaLevels.of(rule.condition(), forms);
        return new RuleData(
                rule.effect().name(),
                rule.periods().stream().map(OpaLaws::period).toList(),
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

    private static Map<String, ChamberData> chambers(Compendium compendium) {
        List<Role> roles = compendium.jurisdiction().isState() ? List.of(Role.HOME, Role.HOST) : List.of(Role.REGION);
        Map<String, ChamberData> chambers = new TreeMap<>();
        roles.forEach(role -> chambers.put(
                role.name(),
                chamber(compendium.rules().stream()
                        .filter(rule -> role.hears(rule.capacity()))
                        .toList())));
        return chambers;
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
                        rule.periods().stream().flatMap(OpaLaws::ends),
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
