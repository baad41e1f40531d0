package org.liptako.node.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.placement.JudgementStatement;
import org.liptako.node.placement.JudgingMeans;
import org.liptako.node.wire.Sentence;

/** What came of judging a decision again, in words: the result first, then whatever was not as recorded. */
public final class ReplayWords {
    private ReplayWords() {}

    /** A line for a sound record; one more for each flaw and each difference. */
    public static List<Sentence> of(Replay replay) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(result(replay));
        Said home = replay.record().home();
        if (home != null) {
            lines.add(means(home.content(), replay));
        }
        for (Flaw flaw : replay.flaws()) {
            lines.add(new Sentence(
                    "  " + flaw.field() + " : " + flaw.words().fr(),
                    "  " + flaw.field() + ": " + flaw.words().en()));
        }
        for (Retried retried : replay.retried()) {
            switch (retried) {
                case Retried.Same same -> {
                    // The first line says so.
                }
                case Retried.Different different -> lines.add(difference(different));
                case Retried.NotPossible not ->
                    lines.add(new Sentence(
                            "  " + not.field() + " : " + not.words().fr(),
                            "  " + not.field() + ": " + not.words().en()));
            }
        }
        return lines;
    }

    private static Sentence result(Replay replay) {
        DecisionRecord record = replay.record();
        String which = record.kind() + " " + record.request()
                + record.serial().map(serial -> " (" + serial + ")").orElse("");
        Sentence result = words(replay.result());
        return new Sentence(
                which + ", au " + record.at() + " : " + result.fr(),
                which + ", as of " + record.at() + ": " + result.en());
    }

    private static Sentence words(Replay.Result result) {
        return switch (result) {
            case SAME -> new Sentence("IDENTIQUE", "SAME");
            case DIFFERENT -> new Sentence("DIFFÉRENT", "DIFFERENT");
            case NOT_REPLAYED -> new Sentence("PAS REJUGÉE", "NOT REPLAYED");
            case NOTHING_JUDGED -> new Sentence("RIEN N'AVAIT ÉTÉ JUGÉ", "NOTHING WAS JUDGED");
        };
    }

    private static Sentence means(JudgementStatement home, Replay replay) {
        String engines = replay.retried().stream()
                .flatMap(retried -> engine(retried).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        Sentence means = means(home.means());
        return new Sentence(
                "  règles " + home.ruleSet() + " ; jugée par " + home.engine() + ", " + means.fr() + " ; rejugée par "
                        + engines,
                "  rules " + home.ruleSet() + "; judged by " + home.engine() + ", " + means.en() + "; judged again by "
                        + engines);
    }

    private static Sentence means(@Nullable JudgingMeans means) {
        if (means == null) {
            return new Sentence("logiciel et vocabulaire non inscrits", "software and vocabulary not recorded");
        }
        return new Sentence(
                "logiciel " + means.software() + ", vocabulaire " + means.vocabularyVersion(),
                "software " + means.software() + ", vocabulary " + means.vocabularyVersion());
    }

    private static List<String> engine(Retried retried) {
        return switch (retried) {
            case Retried.Same same -> List.of(same.engine());
            case Retried.Different different -> List.of(different.engine());
            case Retried.NotPossible not -> List.of();
        };
    }

    private static Sentence difference(Retried.Different different) {
        Difference first = different.first();
        return new Sentence(
                "  " + first.field() + " : inscrit " + shown(first.recorded()).fr() + ", rejugé "
                        + shown(first.again()).fr() + " (" + different.engine() + ")",
                "  " + first.field() + ": recorded " + shown(first.recorded()).en() + ", judged again "
                        + shown(first.again()).en() + " (" + different.engine() + ")");
    }

    private static Sentence shown(String json) {
        return json.isEmpty() ? new Sentence("rien", "nothing") : new Sentence(json, json);
    }
}
