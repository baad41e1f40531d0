package org.liptako.node.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.ChallengeConfig;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** What a challenge has shown, and what it calls for. */
public final class ChallengeWords {
    private static final int MOST_SHOWN = 100;

    private ChallengeWords() {}

    /** The probability that a loss of one per cent would have been seen; 0 unless every answer was right, and where the numbers go together with no version. */
    static double confidence(CopyChallenged result) {
        int most = Math.min(result.chunks(), ChallengeConfig.MOST_SAMPLES);
        boolean possible = result.samples() > 0 && result.samples() <= most;
        return possible && result.outcome() == ChallengeOutcome.PROVED
                ? Confidence.ofSeeing(Confidence.onePercent(result.chunks()), result.chunks(), result.samples())
                : 0;
    }

    /** The result as a sentence in two languages. */
    public static Sentence of(CopyChallenged result) {
        return switch (result.outcome()) {
            case PROVED -> proved(result);
            case WRONG ->
                new Sentence(
                        "Sur " + Count.fr(result.samples(), "bloc demandé", "blocs demandés") + ", " + result.wrong()
                                + " "
                                + (Count.isOneInFrench(result.wrong()) ? "n'est pas juste" : "ne sont pas justes")
                                + first(result, ", le premier : bloc ") + ". "
                                + repair(result).fr(),
                        "Of " + Count.en(result.samples(), "chunk") + " asked for, " + result.wrong() + " "
                                + (result.wrong() == 1 ? "is not right" : "are not right")
                                + first(result, ", the first: chunk ") + ". "
                                + repair(result).en());
            case MISSED ->
                new Sentence(
                        "Le site pouvait être joint et n'a pas répondu en " + result.deadlineSeconds() + " s"
                                + why(result.reason()) + ". " + repair(result).fr(),
                        "The site could be reached and did not answer within " + result.deadlineSeconds() + " s"
                                + why(result.reason()) + ". " + repair(result).en());
        };
    }

    private static Sentence proved(CopyChallenged result) {
        // Never rounded up: 99.96 % is not 100.
        double percent = Math.floor(confidence(result) * 1_000) / 10;
        String took = result.tookMillis() + " ms";
        return new Sentence(
                Count.fr(result.samples(), "bloc juste", "blocs justes") + " sur " + result.chunks()
                        + ", tirés au sort, en " + took
                        + " ; confiance : une perte de 1 % aurait été vue avec une probabilité de "
                        + String.format(Locale.FRENCH, "%.1f", percent) + " %.",
                Count.en(result.samples(), "chunk") + " right of " + result.chunks() + ", drawn by lot, in " + took
                        + "; confidence: a loss of 1 % would have been seen with probability "
                        + String.format(Locale.ENGLISH, "%.1f", percent) + " %.");
    }

    private static Sentence repair(CopyChallenged result) {
        String command = "liptako replica verify " + result.dataset();
        return new Sentence(
                "Réparation proposée : que l'exploitant de " + result.site() + " lance « " + command
                        + " », qui fait revenir d'un autre détenteur ce qui manque ; rien n'est lancé d'ici.",
                "Repair proposed: have the operator of " + result.site() + " run " + command
                        + ", which fetches what is missing from another holder; nothing is started from here.");
    }

    private static String first(CopyChallenged result, String words) {
        return result.wrongChunks().isEmpty()
                ? ""
                : words + result.wrongChunks().getFirst();
    }

    private static String why(@Nullable String reason) {
        return reason == null ? "" : " (" + Printable.line(reason, MOST_SHOWN) + ")";
    }
}
