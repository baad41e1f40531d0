package org.liptako.policy.generated;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Space;

/**
 * Random facts documents for a rule set, as JSON: values that its rules may name, facts missing in one way or another, and
 * instants on, just before and just after those at which its rules and spaces change.
 */
public final class GeneratedFacts {

    private final RuleSet ruleSet;
    private final Dice dice;
    private final FactsReader reader;
    private final List<Instant> boundaries;

    public GeneratedFacts(RuleSet ruleSet, long seed) {
        this.ruleSet = ruleSet;
        this.dice = new Dice(seed);
        this.reader = new FactsReader(ruleSet.vocabulary());
        TreeSet<Instant> instants = new TreeSet<>();
        ruleSet.rules().stream()
                .flatMap(rule -> rule.periods().stream())
                .flatMap(period -> Stream.of(period.start(), period.end()))
                .filter(Objects::nonNull)
                .forEach(instants::add);
        ruleSet.vocabulary().spaces().stream().map(Space::boundaries).forEach(instants::addAll);
        this.boundaries = instants.stream()
                .filter(instant -> instant.isAfter(Instant.EPOCH.plusSeconds(1))
                        && instant.isBefore(Instant.parse("2199-12-31T23:59:58Z")))
                .toList();
    }

    /** The next document, as text that {@link FactsReader} takes. */
    public String document() {
        double missing = dice.pick(List.of(0.0, 0.0, 0.02, 0.1, 0.5));
        String home = dice.pick(List.of("ML", "BF", "NE"));
        String facts = ruleSet.vocabulary().facts().stream()
                .collect(Collectors.groupingBy(GeneratedFacts::group, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(entry -> group(entry.getKey(), entry.getValue(), home, missing))
                .collect(Collectors.joining(", "));
        return "{\"at\": \"%s\"%s%s}".formatted(at(), facts.isEmpty() ? "" : ", ", facts);
    }

    /** The next document, read. */
    public Facts facts() {
        String document = document();
        try {
            return reader.read(document);
        } catch (FactsException e) {
            throw new AssertionError("%s: %s in %s".formatted(e.fact(), e.getMessage(), document), e);
        }
    }

    /** The next documents, read. */
    public List<Facts> facts(int count) {
        return Stream.generate(this::facts).limit(count).toList();
    }

    private Stream<String> group(String group, List<Fact> facts, String home, double missing) {
        String members =
                facts.stream().flatMap(fact -> fact(fact, home, missing)).collect(Collectors.joining(", "));
        if (group.isEmpty()) {
            return members.isEmpty() ? Stream.empty() : Stream.of(members);
        }
        if (dice.chance(missing / 5)) {
            return dice.chance(0.5) ? Stream.empty() : Stream.of("\"%s\": null".formatted(group));
        }
        return Stream.of("\"%s\": {%s}".formatted(group, members));
    }

    private Stream<String> fact(Fact fact, String home, double missing) {
        String key = fact.code().substring(fact.code().lastIndexOf('.') + 1);
        // The three facts without which nothing is judged are missing more seldom than others.
        boolean needed = List.of("dataset.home", "target.state", "operation").contains(fact.code());
        if (dice.chance(needed ? missing / 10 : missing)) {
            return dice.chance(0.6) ? Stream.empty() : Stream.of("\"%s\": null".formatted(key));
        }
        return Stream.of("\"%s\": %s".formatted(key, value(fact, home)));
    }

    private String value(Fact fact, String home) {
        List<String> codes = GeneratedValues.codes(fact);
        return switch (fact.type()) {
            case ENUM, ORDERED, IDENTIFIER -> quoted(dice.pick(codes));
            case BOOLEAN, INTEGER -> dice.pick(codes);
            case COUNTRY -> quoted(fact.memberStatesOnly() || dice.chance(0.3) ? home : dice.pick(codes));
            case SET -> {
                int count = dice.chance(0.05) ? 0 : dice.between(1, 4);
                yield Stream.concat(dice.some(codes, count).stream(), dice.some(codes, count / 3).stream())
                        .map(GeneratedFacts::quoted)
                        .collect(Collectors.joining(", ", "[", "]"));
            }
        };
    }

    private String at() {
        if (dice.chance(0.02)) {
            return dice.pick(List.of("1970-01-01T00:00:00Z", "2199-12-31T23:59:59.999999999Z"));
        }
        if (boundaries.isEmpty() || dice.chance(0.5)) {
            long start = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
            return written(Instant.ofEpochSecond(dice.between(start, start + 1500L * 86_400)));
        }
        Instant boundary = dice.pick(boundaries);
        return written(
                switch (dice.between(0, 4)) {
                    case 0 -> boundary.minusNanos(1);
                    case 1 -> boundary.minusSeconds(1);
                    case 2 -> boundary.plusNanos(dice.between(1, 999_999_999));
                    default -> boundary;
                });
    }

    private String written(Instant instant) {
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(dice.pick(List.of(0, 0, 1, 5, 14)), dice.pick(List.of(0, 30)));
        return dice.chance(0.7)
                ? DateTimeFormatter.ISO_INSTANT.format(instant)
                : DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx")
                        .format(instant.atOffset(offset));
    }

    private static String group(Fact fact) {
        int dot = fact.code().indexOf('.');
        return dot < 0 ? "" : fact.code().substring(0, dot);
    }

    private static String quoted(String code) {
        return "\"" + code + "\"";
    }
}
