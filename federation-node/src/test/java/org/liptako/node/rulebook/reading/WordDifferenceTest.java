package org.liptako.node.rulebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liptako.node.rulebook.reading.PartChange.Part;

class WordDifferenceTest {
    @Test
    void marksTheWordsThatChangedAndNoOthers() {
        PartChange change = between("Gardés un an au plus.", "Gardés deux ans au moins.");

        assertThat(marked(change.before())).containsExactly("un an", "plus");
        assertThat(marked(change.after())).containsExactly("deux ans", "moins");
        assertThat(told(change.before(), run -> true)).isEqualTo("Gardés un an au plus.");
        assertThat(told(change.after(), run -> true)).isEqualTo("Gardés deux ans au moins.");
    }

    @Test
    void whatIsNotMarkedIsTheSameOnBothSides() {
        PartChange change = between(
                "C'est permis si tout ce qui suit est vrai :\n– le lieu est au Mali ;\n– la copie est chiffrée.",
                "C'est interdit si une chose est vraie :\n– le lieu est au Niger.");

        assertThat(told(change.before(), run -> !run.changed()).replaceAll("\\s", ""))
                .isEqualTo(told(change.after(), run -> !run.changed()).replaceAll("\\s", ""));
    }

    @Test
    void keepsTheLines() {
        PartChange change = between("une\ndeux\ntrois", "une\ntrois");

        assertThat(change.before()).hasSize(3);
        assertThat(change.after()).hasSize(2);
        assertThat(marked(change.before())).containsExactly("deux");
        assertThat(marked(change.after())).isEmpty();
    }

    @Test
    void aTextThatWasNotThereIsAllNew() {
        PartChange change = between("", "Un article nouveau.");

        assertThat(change.before()).isEmpty();
        assertThat(marked(change.after())).containsExactly("Un article nouveau.");
    }

    @Test
    void aTextTooLongToCompareWordByWordKeepsWhatBothBeginAndEndWith() {
        PartChange change = between("Début " + "a ".repeat(3_000) + "fin", "Début " + "b ".repeat(3_000) + "fin");

        assertThat(marked(change.before()))
                .singleElement()
                .asString()
                .startsWith("a a")
                .doesNotContain("fin");
        assertThat(told(change.after(), run -> !run.changed())).isEqualTo("Début  fin");
    }

    private static PartChange between(String before, String after) {
        return WordDifference.between(Part.TEXT, before, after);
    }

    private static List<String> marked(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.runs().stream())
                .filter(Run::changed)
                .map(Run::words)
                .toList();
    }

    private static String told(List<Line> lines, Predicate<Run> which) {
        return lines.stream()
                .map(line -> line.runs().stream().filter(which).map(Run::words).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
