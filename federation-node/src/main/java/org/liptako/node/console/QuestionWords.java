package org.liptako.node.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.inquiry.Asked;
import org.liptako.node.inquiry.Blank;
import org.liptako.node.registry.RequestFields;
import org.liptako.pki.name.State;

/** Puts a question that was asked into words: its sentence with what was filled in, as people say it. */
final class QuestionWords {
    private final Asked asked;
    private final Words words;

    private QuestionWords(Asked asked, Words words) {
        this.asked = asked;
        this.words = words;
    }

    static String of(Asked asked, Words words) {
        return new QuestionWords(asked, words).sentence();
    }

    private String sentence() {
        String sentence = words.of(asked.question().sentence());
        for (Blank blank : asked.question().required()) {
            sentence = sentence.replace("{" + blank.key() + "}", value(blank));
        }
        List<String> more = asked.question().filters().stream()
                .filter(blank -> !asked.blanks().getOrDefault(blank, "").isEmpty())
                .map(blank -> words.of("question.with." + blank, value(blank)))
                .toList();
        return more.isEmpty() ? sentence : sentence + " (" + String.join(words.of("and"), more) + ")";
    }

    private String value(Blank blank) {
        String value = asked.blanks().getOrDefault(blank, "");
        return switch (blank) {
            case DATASET, SITE, DAYS -> value;
            case STATE -> State.ofCode(value).map(words::of).orElse(value);
            case ON, KNOWN, SINCE, UNTIL ->
                RequestFields.instant(blank.key(), value).map(words::of).orElse(value);
            case STATUS ->
                Stream.of(value.split(",", -1))
                        .map(status -> words.of("status." + status))
                        .collect(Collectors.joining(words.of("and")));
        };
    }
}
