package org.liptako.policy.opa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON shapes in which a rule set is put into OPA, as the Rego module reads them. Instants are nanoseconds since 1970. */
final class OpaData {
    private OpaData() {}

    /**
     * A rule set, put under its digest.
     *
     * @param facts for each fact's dotted code, the keys that lead to it in a facts document
     * @param ranks for each ordered fact, the rank of each value
     * @param laws by jurisdiction, the digest under which its rules are put
     */
    record RuleSetData(
            String digest,
            Map<String, List<String>> facts,
            Map<String, Map<String, Integer>> ranks,
            Map<String, List<MembershipData>> spaces,
            Map<String, String> laws) {}

    /**
     * One jurisdiction's rules, put under their digest; rule sets that have them in common share them.
     *
     * @param forms every form but connectives, each once
     * @param chambers by role
     */
    record LawData(
            String digest, List<FormData> forms, Map<String, ChamberData> chambers, Map<String, RuleData> rules) {}

    /** Who belongs to a space from one instant, included, to another, excluded. */
    record MembershipData(@Nullable Long from, @Nullable Long to, List<String> members) {}

    /**
     * A form over facts.
     *
     * @param is its kind: always, one_of, contains, only, between, ranked, same, member_of
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormData(
            String is,
            List<String> facts,
            @Nullable List<Object> values,
            @Nullable Object least,
            @Nullable Object most,
            @Nullable String space) {}

    /**
     * A connective over values computed before it: one of the three.
     *
     * @param all places of what it joins by and
     * @param any places of what it joins by or
     * @param not place of what it negates
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JointData(
            @Nullable List<Integer> all,
            @Nullable List<Integer> any,
            @Nullable Integer not) {}

    /**
     * One rule.
     *
     * @param inForce pairs of start, included, and end, excluded or null
     * @param facts every fact that its forms name
     * @param scope the forms of {@code champ}, which all must hold
     * @param condition the forms of {@code condition}; their values are places 0 and on
     * @param levels its connectives by height; the values of each level take the places after those before
     * @param size the number of places; the last is the condition's value
     * @param lifts the bans that a deroger names
     */
    record RuleData(
            String effect,
            @JsonProperty("in_force") List<List<@Nullable Long>> inForce,
            List<String> facts,
            List<Integer> scope,
            List<Integer> condition,
            List<List<JointData>> levels,
            int size,
            List<String> lifts,
            List<String> obligations) {}

    /**
     * One jurisdiction in one role.
     *
     * @param patterns lists of facts
     * @param shelves for each pattern, the rules by the values of its facts
     * @param pages the instants at which the law may change here, rising, in pages
     * @param lasts the last instant of each page
     */
    record ChamberData(
            List<List<String>> patterns,
            List<Map<String, List<String>>> shelves,
            List<List<Long>> pages,
            List<Long> lasts) {}
}
