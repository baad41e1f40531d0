package org.liptako.policy.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.Sha256;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads vocabularies: the first one, a file beside this class, and those that are published after it. */
final class VocabularyReader {

    /** A vocabulary of 64 facts of 64 values takes far less. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String RESOURCE = "vocabulary.yaml";

    private VocabularyReader() {}

    /** The product's own. A mistake in it is a broken build, not an input to answer. */
    static Vocabulary standard() {
        return parse(resource());
    }

    /**
     * A vocabulary that someone has published.
     *
     * @throws VocabularyException if it is none
     */
    static Vocabulary read(byte[] file) throws VocabularyException {
        if (file.length > MOST_BYTES) {
            throw unreadable("> 1 MiB");
        }
        try {
            return parse(file);
        } catch (YamlEngineException
                | IllegalStateException
                | IllegalArgumentException
                | ClassCastException
                | DateTimeException e) {
            throw unreadable(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static VocabularyException unreadable(String why) {
        return new VocabularyException(new Bilingual(
                        "Ce fichier n'est pas un vocabulaire (%s) : partez de celui qui est en vigueur.",
                        "This file is no vocabulary (%s): start from the one in force.")
                .with(why));
    }

    private static Vocabulary parse(byte[] bytes) {
        Object root =
                new Load(LoadSettings.builder().setLabel(RESOURCE).build()).loadFromString(new String(bytes, UTF_8));
        Entry file = new Entry("vocabulary", root);
        long version = file.number("version", 0);
        return new Vocabulary(version, facts(file), spaces(file.in("spaces")), obligations(file), Sha256.hex(bytes));
    }

    private static byte[] resource() {
        try (InputStream in = VocabularyReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the vocabulary is missing from this jar: " + RESOURCE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary cannot be read from this jar", e);
        }
    }

    private static List<Fact> facts(Entry file) {
        List<Fact> facts = new ArrayList<>();
        for (Entry fact : file.list("facts")) {
            Entry label = file.in("labels").in(fact.text("code"));
            facts.add(new Fact(
                    new Fact.Declaration(
                            fact.text("code"),
                            fact.text("fr"),
                            FactType.valueOf(fact.text("type").toUpperCase(Locale.ROOT)),
                            words(fact, label),
                            new Range(fact.number("min", Long.MIN_VALUE), fact.number("max", Long.MAX_VALUE)),
                            fact.has("states"),
                            label.bilingual()),
                    facts.size()));
        }
        return facts;
    }

    private static List<FactWord> words(Entry fact, Entry label) {
        List<FactWord> words = new ArrayList<>();
        if (fact.has("values")) {
            Entry values = fact.in("values");
            for (String code : values.keys()) {
                Bilingual wordLabel = label.in("values").in(code).bilingual();
                words.add(new FactWord(code, values.text(code), words.size(), wordLabel));
            }
        }
        return words;
    }

    private static List<Space> spaces(Entry spaces) {
        return spaces.keys().stream()
                .map(code -> new Space(
                        code,
                        spaces.list(code).stream()
                                .map(VocabularyReader::membership)
                                .toList()))
                .toList();
    }

    private static Membership membership(Entry entry) {
        return new Membership(entry.texts("members"), entry.date("from"), entry.date("to"));
    }

    private static List<Obligation> obligations(Entry file) {
        return file.list("obligations").stream()
                .map(entry -> new Obligation(
                        entry.text("code"),
                        entry.bilingual(),
                        entry.has("enforced"),
                        entry.has("days") ? Math.toIntExact(entry.number("days", 0)) : null))
                .toList();
    }

    /** A map of the file, and where it stands, for the message to whoever broke it. */
    private record Entry(String place, Map<?, ?> map) {

        Entry(String place, @Nullable Object node) {
            if (!(node instanceof Map<?, ?> map)) {
                throw new IllegalStateException("%s must be a map".formatted(place));
            }
            this(place, map);
        }

        boolean has(String key) {
            return map.containsKey(key);
        }

        List<String> keys() {
            return map.keySet().stream().map(String.class::cast).toList();
        }

        Entry in(String key) {
            return new Entry(place + "/" + key, map.get(key));
        }

        List<Entry> list(String key) {
            return items(key).stream()
                    .map(item -> new Entry(place + "/" + key, item))
                    .toList();
        }

        Set<String> texts(String key) {
            return Set.copyOf(items(key).stream().map(String.class::cast).toList());
        }

        String text(String key) {
            if (map.get(key) instanceof String text) {
                return text;
            }
            throw new IllegalStateException("%s/%s must be a text".formatted(place, key));
        }

        long number(String key, long otherwise) {
            return map.get(key) instanceof Number number ? number.longValue() : otherwise;
        }

        @Nullable
        LocalDate date(String key) {
            return has(key) ? LocalDate.parse(text(key)) : null;
        }

        Bilingual bilingual() {
            return new Bilingual(text("fr"), text("en"));
        }

        private List<?> items(String key) {
            if (map.get(key) instanceof List<?> items) {
                return items;
            }
            throw new IllegalStateException("%s/%s must be a list".formatted(place, key));
        }
    }
}
