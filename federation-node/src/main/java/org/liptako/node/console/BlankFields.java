package org.liptako.node.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.inquiry.Question;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/** The blanks of a question as fields of a form, within its sentence and beyond it. */
final class BlankFields {
    private static final Pattern HOLE = Pattern.compile("\\{([a-z]+)}");

    private final Map<Blank, String> filled;
    private final List<Site> sites;
    private final Words words;

    /** @param filled as the reader has filled them in */
    BlankFields(Map<Blank, String> filled, List<Site> sites, Words words) {
        this.filled = Map.copyOf(filled);
        this.sites = sites;
        this.words = words;
    }

    List<SentencePart> sentence(Question question) {
        String sentence = words.of(question.sentence());
        List<SentencePart> parts = new ArrayList<>();
        Matcher hole = HOLE.matcher(sentence);
        int from = 0;
        while (hole.find()) {
            Blank blank = Blank.ofKey(hole.group(1)).orElseThrow();
            parts.add(new SentencePart(sentence.substring(from, hole.start()), field(blank, true)));
            from = hole.end();
        }
        parts.add(new SentencePart(sentence.substring(from), BlankField.NONE));
        return parts;
    }

    List<BlankField> filters(Question question) {
        return question.filters().stream().map(blank -> field(blank, false)).toList();
    }

    private BlankField field(Blank blank, boolean required) {
        String value = filled.getOrDefault(blank, "");
        return switch (blank) {
            case DATASET -> input(blank, "text", value, required);
            case DAYS -> input(blank, "number", value, required);
            case ON, KNOWN, SINCE, UNTIL ->
                input(blank, "datetime-local", FormTime.field(value, words.zone()), required);
            case STATE ->
                listed(
                        blank,
                        value,
                        Stream.of(State.values())
                                .map(state -> new Choice(
                                        state.name(),
                                        words.of(state),
                                        state.name().equals(value)))
                                .toList(),
                        required);
            case SITE ->
                listed(
                        blank,
                        value,
                        sites.stream()
                                .map(site -> new Choice(
                                        site.id().value(),
                                        site.city() + " (" + site.id() + ")",
                                        site.id().value().equals(value)))
                                .toList(),
                        required);
            case STATUS ->
                listed(
                        blank,
                        value,
                        Stream.of(ReplicaStatus.values())
                                .map(status -> new Choice(
                                        status.name(),
                                        words.of("status." + status),
                                        status.name().equals(value)))
                                .toList(),
                        required);
        };
    }

    private BlankField input(Blank blank, String kind, String value, boolean required) {
        return new BlankField(blank.key(), label(blank, required), kind, value, List.of(), required);
    }

    private BlankField listed(Blank blank, String value, List<Choice> choices, boolean required) {
        return new BlankField(blank.key(), label(blank, required), "select", value, choices, required);
    }

    /** What is said of a blank that may stay empty is of no use where it may not. */
    private String label(Blank blank, boolean required) {
        String free = "blank." + blank + ".free";
        return words.of(!required && words.has(free) ? free : "blank." + blank);
    }
}
