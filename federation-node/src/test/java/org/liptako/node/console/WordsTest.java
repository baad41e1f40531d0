package org.liptako.node.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liptako.node.console.entry.EntryRefusal;
import org.liptako.node.placement.HostingVerdict;
import org.liptako.node.registry.FindingKind;
import org.liptako.pki.name.Role;

/** No word of a page is in one language only, and none stands outside the bundles. */
class WordsTest {
    private static final Path VIEWS = Path.of("src/main/resources/views");
    private static final Path ROOM = Path.of("src/main/java/org/liptako/node/console");
    /** The product, the languages' own names, and what a terminal wants letter by letter. */
    private static final Set<String> NAMES = Set.of(
            "Liptako",
            "Français",
            "English",
            "liptako login --node HOST:PORT --root ROOT.pem --p12 KEY.p12",
            "liptako rules publish --for-signatures",
            "liptako sign edition.json --p12 KEY.p12 --out signatures.p7s");
    /** The one script, a file of the node's own, on the one page on which a key signs. */
    private static final String SIGNING_SCRIPT = "<script src=\"/sign.js\" defer></script>";
    /** They say one sentence in both languages, to whoever has no page yet. */
    private static final Set<String> BILINGUAL = Set.of("HostFilter", "PaceFilter", "GuardFilter", "JournalController");

    /** As journals have them. */
    private static final List<String> REFUSED_REQUESTS = List.of(
            "DENIED",
            "CONFLICT",
            "FACTS_MISSING",
            "ENGINE_UNAVAILABLE",
            "ENGINES_DISAGREE",
            "RULES_DIFFER",
            "FINDINGS_DIFFER",
            "CLOCKS_DIFFER",
            "STATEMENT_INVALID",
            "HOST_REFUSED",
            "STATE_DISTRUSTED",
            "EXPIRED");

    private static final Pattern ELEMENT =
            Pattern.compile("<([a-z0-9]+)((?:\"[^\"]*\"|[^\">])*)>([^<]*)", Pattern.DOTALL);
    private static final Pattern AFTER_ELEMENT = Pattern.compile("</[a-z0-9:]+>([^<]*)");
    private static final Pattern SHOWN_ATTRIBUTE = Pattern.compile("\\s(?:aria-label|title|alt|placeholder)=\"");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern KEY = Pattern.compile("words\\['([^']+)'\\]");
    private static final Pattern FRENCH_LITERAL = Pattern.compile("\"[^\"\\n]*[àâçéèêëîïôûùœÀÉ][^\"\\n]*\"");

    @Test
    void theBundlesHaveTheSameKeysAndAllOfThemWords() {
        Properties french = bundle("words_fr.properties");
        Properties english = bundle("words_en.properties");

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(french.values()).noneMatch(words -> words.toString().isEmpty());
        assertThat(english.values()).noneMatch(words -> words.toString().isEmpty());
    }

    @Test
    void theBundlesFillTheSamePlaces() {
        Properties french = bundle("words_fr.properties");
        Properties english = bundle("words_en.properties");

        assertThat(french.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(french.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    @Test
    void everyWordOfATemplateComesFromABundle() {
        List<String> stray = new ArrayList<>();
        for (Path view : files(VIEWS, ".html")) {
            String text = read(view);
            Matcher element = ELEMENT.matcher(text);
            while (element.find()) {
                boolean filled = element.group(2).contains("th:text=")
                        || element.group(2).contains("th:replace=");
                add(stray, view, filled ? "" : element.group(3));
            }
            Matcher after = AFTER_ELEMENT.matcher(text);
            while (after.find()) {
                add(stray, view, after.group(1));
            }
            if (SHOWN_ATTRIBUTE.matcher(text).find()) {
                stray.add(view.getFileName() + ": an attribute that is shown");
            }
        }

        assertThat(stray).isEmpty();
    }

    @Test
    void everyKeyOfATemplateIsInTheBundles() {
        Properties french = bundle("words_fr.properties");
        Set<String> asked = new TreeSet<>();
        for (Path view : files(VIEWS, ".html")) {
            KEY.matcher(read(view)).results().forEach(key -> asked.add(key.group(1)));
        }

        assertThat(french.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void noTemplateRunsOrStylesAnythingByItself() {
        assertThat(files(VIEWS, ".html"))
                .allSatisfy(view -> assertThat(read(view).replace(SIGNING_SCRIPT, ""))
                        .doesNotContain("<script", "<style", " style=", "javascript:", "th:utext", "http-equiv")
                        .doesNotContainPattern("\\son[a-z]+="));
    }

    @Test
    void everyFormBringsAKeyBack() {
        for (Path view : files(VIEWS, ".html")) {
            String text = read(view);
            assertThat(count(text, "name=\"key\"")).as(view.toString()).isEqualTo(count(text, "method=\"post\""));
        }
    }

    @Test
    void noFrenchStandsInTheCodeOfTheRoom() {
        assertThat(files(ROOM, ".java"))
                .filteredOn(file -> !BILINGUAL.contains(nameOf(file)))
                .allSatisfy(file -> assertThat(read(file)).doesNotContainPattern(FRENCH_LITERAL));
    }

    @Test
    void everyRefusalAndEveryRoleHasWords() {
        for (String language : List.of("fr", "en")) {
            Words words = Words.in(language);
            assertThat(EntryRefusal.values()).allMatch(why -> words.has("refused." + why));
            assertThat(Role.values()).allMatch(role -> words.has("role." + role));
            assertThat(REFUSED_REQUESTS).allMatch(why -> words.has("refusal." + why));
            assertThat(HostingVerdict.values()).allMatch(verdict -> words.has("hosting." + verdict));
            assertThat(FindingKind.values()).allMatch(kind -> words.has("datasets.finding." + kind));
        }
    }

    private static void add(List<String> stray, Path view, String text) {
        String shown = text.strip();
        if (LETTER.matcher(shown).find() && !NAMES.contains(shown)) {
            stray.add(view.getFileName() + ": " + shown);
        }
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{(\\d+)").matcher(pattern).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Properties bundle(String name) {
        try (InputStream in = requireNonNull(Words.class.getResourceAsStream(name))) {
            Properties bundle = new Properties();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory, String end) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
