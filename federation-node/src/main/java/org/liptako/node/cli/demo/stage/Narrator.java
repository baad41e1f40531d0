package org.liptako.node.cli.demo.stage;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.placement.RequestText;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.policy.explain.FrenchText;

/** Tells the story as it goes, in French as it is printed and in English. */
public final class Narrator {
    private static final int RULE = 100;

    private final Screen screen;

    public Narrator(Screen screen) {
        this.screen = screen;
    }

    /** One whom nobody hears. */
    public static Narrator unheard() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Narrator(new Screen(nowhere, nowhere, Language.ENGLISH));
    }

    /** Opens a step. */
    public void open(int number, int of, Sentence title) {
        screen.line("");
        screen.line("─".repeat(RULE));
        pair(number + "/" + of + "  ", title);
        screen.line("─".repeat(RULE));
    }

    /** Closes a step that had the outcome that it should. */
    public void close(Sentence outcome, long millis) {
        pair("  ✔ ", outcome);
        screen.line("    (" + millis + " ms)");
    }

    /** Closes a step that had another. */
    public void broke(String actual, long millis) {
        screen.line("  ✘ " + actual + "  (" + millis + " ms)");
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
        for (Language language : Language.values()) {
            new RequestText(language).lines(placement).forEach(line -> said(language, line));
        }
    }

    /** A sentence that a node gave. */
    public void said(org.liptako.federation.v1.Sentence words) {
        said(Language.FRENCH, words.getFr());
        said(Language.ENGLISH, words.getEn());
    }

    /** Lines in the reader's language. */
    public void show(List<String> lines) {
        lines.forEach(line -> screen.line("    "
                + switch (language()) {
                    case FRENCH -> FrenchText.of(line);
                    case ENGLISH -> line;
                }));
    }

    /** The reader's language, for what is shown once. */
    public Language language() {
        return screen.language();
    }

    private void said(Language language, String line) {
        screen.line(
                switch (language) {
                    case FRENCH -> "  fr │ " + FrenchText.of(line);
                    case ENGLISH -> "  en │ " + line;
                });
    }

    private void pair(String marker, Sentence sentence) {
        screen.line(marker + FrenchText.of(sentence.fr()));
        screen.line(" ".repeat(marker.length()) + sentence.en());
    }
}
