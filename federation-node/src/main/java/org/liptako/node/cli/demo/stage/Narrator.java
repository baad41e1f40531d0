package org.liptako.node.cli.demo.stage;

import java.util.List;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.placement.DecisionText;
import org.liptako.node.cli.placement.RequestText;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.PlacementRecord;

/** Tells the story as it goes, in French and in English. */
public final class Narrator {
    private static final int RULE = 100;

    private final Screen screen;

    public Narrator(Screen screen) {
        this.screen = screen;
    }

    /** Opens a step. */
    public void open(int number, int of, Sentence title) {
        screen.line("");
        screen.line("─".repeat(RULE));
        screen.line(number + "/" + of + "  " + title.fr());
        screen.line("     " + title.en());
        screen.line("─".repeat(RULE));
    }

    /** Closes a step. */
    public void close(boolean ok, String actual, long millis) {
        screen.line((ok ? "  ✔ " : "  ✘ ") + actual + "  (" + millis + " ms)");
    }

    /** What is asked. */
    public void asked(Sentence question) {
        pair("  ? ", question);
    }

    /** What happened. */
    public void happened(Sentence event) {
        pair("  → ", event);
    }

    /** How a request stands, with what each State said of it, rule and article. */
    public void answered(PlacementRecord placement) {
        for (var language : Language.values()) {
            var marker = language == Language.FRENCH ? "  fr │ " : "  en │ ";
            new RequestText(language).lines(placement).forEach(line -> screen.line(marker + line));
        }
    }

    /** A sentence that a node gave. */
    public void said(org.liptako.federation.v1.Sentence words) {
        screen.line("  fr │ " + new DecisionText(Language.FRENCH).words(words));
        screen.line("  en │ " + new DecisionText(Language.ENGLISH).words(words));
    }

    /** Lines as they are. */
    public void show(List<String> lines) {
        lines.forEach(line -> screen.line("    " + line));
    }

    /** The reader's language, for what is shown once. */
    public Language language() {
        return screen.language();
    }

    private void pair(String marker, Sentence sentence) {
        screen.line(marker + sentence.fr());
        screen.line(" ".repeat(marker.length()) + sentence.en());
    }
}
