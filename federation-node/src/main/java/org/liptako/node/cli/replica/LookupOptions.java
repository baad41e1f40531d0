package org.liptako.node.cli.replica;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.exchange.v1.ErasureLookup;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Language;
import picocli.CommandLine.Option;

/** What an operator looked at of each medium, found, and did, by when. What is not given is asked. */
final class LookupOptions {
    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 120;

    @Option(names = "--looked-at", paramLabel = "MEDIUM=WORDS", descriptionKey = "attestLookedAt")
    private Map<MediumWord, String> lookedAt = new EnumMap<>(MediumWord.class);

    @Option(names = "--found", paramLabel = "MEDIUM=WORDS", descriptionKey = "attestFound")
    private Map<MediumWord, String> found = new EnumMap<>(MediumWord.class);

    @Option(names = "--done", paramLabel = "MEDIUM=WORDS", descriptionKey = "attestDone")
    private Map<MediumWord, String> done = new EnumMap<>(MediumWord.class);

    @Option(names = "--by", paramLabel = "MEDIUM=DAY", descriptionKey = "attestBy")
    private Map<MediumWord, String> by = new EnumMap<>(MediumWord.class);

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "attestName")
    private @Nullable String name;

    LookupOptions() {}

    /** A lookup for each medium that must be spoken of, and for others if anything was said of them. */
    List<ErasureLookup> lookups(LookupQuestions questions) {
        List<ErasureLookup> lookups = new ArrayList<>();
        for (MediumWord medium : MediumWord.values()) {
            String looked = looked(medium, questions);
            if (!looked.isEmpty()) {
                lookups.add(lookup(medium, looked, questions));
            }
        }
        return lookups;
    }

    String name(LookupQuestions questions) {
        String given = name;
        return given == null ? questions.words("--name", "Votre nom ?", "Your name?", LONGEST_NAME) : given.strip();
    }

    private String looked(MediumWord medium, LookupQuestions questions) {
        String given = lookedAt.get(medium);
        if (given != null) {
            return given.strip();
        }
        if (medium == MediumWord.OTHER) {
            return questions.asked()
                    ? questions.line(
                            option("--looked-at", medium),
                            "Autre chose que vous avez examiné ? (rien : ligne vide)",
                            "Anything else that you looked at? (nothing: an empty line)",
                            LONGEST)
                    : "";
        }
        return questions.words(
                option("--looked-at", medium),
                medium.title(Language.FRENCH) + " : qu'avez-vous examiné ? (s'il n'y en a pas ici, dites-le)",
                medium.title(Language.ENGLISH) + ": what did you look at? (if there are none here, say so)",
                LONGEST);
    }

    private ErasureLookup lookup(MediumWord medium, String looked, LookupQuestions questions) {
        ErasureLookup.Builder lookup =
                ErasureLookup.newBuilder().setMedium(medium.message()).setLookedAt(looked);
        String what = given(
                found,
                medium,
                () -> questions.line(
                        option("--found", medium),
                        "  Qu'y avait-il de la copie ? (rien : ligne vide)",
                        "  What was there of the copy? (nothing: an empty line)",
                        LONGEST));
        if (what.isEmpty()) {
            mustSayNoMore(medium);
            return lookup.build();
        }
        String did = given(
                done,
                medium,
                () -> questions.words(
                        option("--done", medium), "  Qu'en avez-vous fait ?", "  What did you do about it?", LONGEST));
        String day = given(
                by,
                medium,
                () -> questions.day(
                        option("--by", medium),
                        "  Quel jour est-ce, ou sera-ce, fait ? (AAAA-MM-JJ)",
                        "  On which day was it, or will it be, done? (YYYY-MM-DD)"));
        if (!LookupQuestions.isDay(day)) {
            throw CommandFailure.badInput(
                    "--by " + medium + "=" + day + " : attendu un jour, tel que 2026-11-22.",
                    "--by " + medium + "=" + day + ": expected a day, such as 2026-11-22.");
        }
        return lookup.setFound(what).setDone(did).setBy(day).build();
    }

    private void mustSayNoMore(MediumWord medium) {
        if (done.containsKey(medium) || by.containsKey(medium)) {
            throw CommandFailure.badInput(
                    "--done et --by " + medium + " : rien n'a été trouvé, il n'y a donc rien à faire ; donnez --found "
                            + medium + "=…, ou ôtez-les.",
                    "--done and --by " + medium + ": nothing was found, so there is nothing to do; give --found "
                            + medium + "=…, or take them out.");
        }
    }

    private static String given(Map<MediumWord, String> options, MediumWord medium, Supplier<String> asked) {
        String given = options.get(medium);
        return given == null ? asked.get() : given.strip();
    }

    private static String option(String name, MediumWord medium) {
        return name + " " + medium + "=…";
    }
}
