package org.liptako.node.rulebook.reading;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.rulebook.reading.ArticleChange.Kind;
import org.liptako.node.rulebook.reading.PartChange.Part;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/** How a jurisdiction's articles differ from one rule set to another, in the words of one language. */
public final class BookDifference {
    private final Side old;
    private final Side now;
    private final SortedMap<String, Kind> changed = new TreeMap<>();
    private final int same;

    /** @param language one of {@code Bilingual::fr} and {@code Bilingual::en} */
    public BookDifference(RuleSet old, RuleSet now, Jurisdiction jurisdiction, Function<Bilingual, String> language) {
        this.old = new Side(old, jurisdiction, language);
        this.now = new Side(now, jurisdiction, language);
        SortedSet<String> ids = new TreeSet<>(this.old.rules().keySet());
        ids.addAll(this.now.rules().keySet());
        ids.forEach(id -> kind(id).ifPresent(kind -> changed.put(id, kind)));
        this.same = ids.size() - changed.size();
    }

    /** The articles that differ, in order. */
    public List<String> changed() {
        return List.copyOf(changed.keySet());
    }

    /** How many of each kind. */
    public Map<Kind, Integer> counts() {
        return changed.values().stream().collect(Collectors.toMap(kind -> kind, kind -> 1, Integer::sum));
    }

    /** How many articles are the same in both. */
    public int same() {
        return same;
    }

    /** What became of an article that differs. */
    public ArticleChange change(String id) {
        Map<Part, String> before = old.parts(id);
        Map<Part, String> after = now.parts(id);
        return new ArticleChange(
                id,
                (after.isEmpty() ? before : after).getOrDefault(Part.TITLE, id),
                changed.getOrDefault(id, Kind.CHANGED),
                Stream.of(Part.values())
                        .filter(part -> !text(before, part).equals(text(after, part)))
                        .map(part -> WordDifference.between(part, text(before, part), text(after, part)))
                        .toList());
    }

    private static String text(Map<Part, String> parts, Part part) {
        return parts.getOrDefault(part, "");
    }

    private Optional<Kind> kind(String id) {
        if (!old.rules().containsKey(id)) {
            return Optional.of(Kind.ADDED);
        }
        if (!now.rules().containsKey(id)) {
            return Optional.of(Kind.REMOVED);
        }
        return old.parts(id).equals(now.parts(id)) ? Optional.empty() : Optional.of(Kind.CHANGED);
    }

    /** One version's articles as texts. */
    private record Side(Map<String, Rule> rules, ArticleWording wording, Function<Bilingual, String> language) {
        Side(RuleSet rules, Jurisdiction jurisdiction, Function<Bilingual, String> language) {
            this(
                    rules.of(jurisdiction).rules().stream()
                            .collect(Collectors.toUnmodifiableMap(Rule::id, rule -> rule)),
                    new ArticleWording(rules, Instant.EPOCH),
                    language);
        }

        /** None for an article that this version has not. */
        Map<Part, String> parts(String id) {
            Map<Part, String> parts = new EnumMap<>(Part.class);
            Rule rule = rules.get(id);
            if (rule != null) {
                Article article = wording.of(rule);
                parts.put(Part.TITLE, language.apply(article.title()));
                parts.put(Part.TEXT, language.apply(article.text()));
                parts.put(
                        Part.UNDERSTOOD,
                        joined(Stream.concat(
                                Stream.of(article.force()),
                                article.understood().stream()
                                        .flatMap(passage -> Stream.concat(
                                                Stream.of(passage.words()),
                                                passage.items().stream().map(Side::item))))));
                parts.put(Part.BASES, joined(article.bases().stream()));
            }
            return parts;
        }

        private static Bilingual item(Bilingual words) {
            return new Bilingual("– " + words.fr(), "– " + words.en());
        }

        private String joined(Stream<Bilingual> lines) {
            return lines.map(language).collect(Collectors.joining("\n"));
        }
    }
}
