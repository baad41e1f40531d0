package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides to the pages, one for each role in each language: their pictures, and the words that they quote. */
class GuidePagesTest {
    /** Of a picture. */
    static final int MOST_BYTES = 60_000;

    private static final Path REPOSITORY = Path.of("..");
    private static final Path DOCS = REPOSITORY.resolve("docs");
    private static final Path PICTURES = DOCS.resolve("images");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    /** Guides set in bold what a page says, and nothing else. */
    private static final Pattern QUOTED = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private static final Pattern NO_BREAK = Pattern.compile("[\\u00a0\\u202f]");
    private static final Pattern LOOSE_MARK = Pattern.compile("[^|] (?:[;!?»]|:\\s)|« ");

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** A role's guide, in both languages. */
    enum RoleGuide {
        OPERATOR("pages-de-l-exploitant", "operators-pages"),
        OFFICER("pages-du-juriste", "legal-officers-pages"),
        REGULATOR("pages-du-regulateur", "regulators-pages"),
        ADMINISTRATOR("pages-de-l-administrateur", "administrators-pages");

        private final String french;
        private final String english;

        RoleGuide(String french, String english) {
            this.french = french;
            this.english = english;
        }

        String file(String language) {
            return (language.equals("fr") ? french : english) + ".md";
        }

        String text(String language) {
            return read(DOCS.resolve(language).resolve(file(language)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyPictureThatIsMadeIsShownByAGuideAndNoOther(String language) {
        Set<Path> made = Stream.of(Picture.values())
                .map(picture -> picture.in(PICTURES, language))
                .collect(Collectors.toSet());

        List<Path> shown = guides().flatMap(
                        guide -> PICTURE.matcher(guide.text(language)).results())
                .map(found -> DOCS.resolve(language).resolve(found.group(2)).normalize())
                .toList();

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(Set.copyOf(shown)).isEqualTo(made);
    }

    @Test
    void everyPictureIsKeptAndSmallAndNoOther() throws IOException {
        Set<Path> made = Stream.of("fr", "en")
                .flatMap(language -> Stream.of(Picture.values()).map(picture -> picture.in(PICTURES, language)))
                .collect(Collectors.toSet());

        try (Stream<Path> kept = Files.list(PICTURES)) {
            assertThat(kept.collect(Collectors.toSet())).isEqualTo(made);
        }
        for (Path picture : made) {
            byte[] bytes = Files.readAllBytes(picture);
            assertThat(bytes.length).as(picture.toString()).isLessThan(MOST_BYTES);
            assertThat(Arrays.copyOf(bytes, SIGNATURE.length))
                    .as(picture.toString())
                    .isEqualTo(SIGNATURE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotSeeAPictureIsToldWhatItShows(RoleGuide guide) {
        for (String language : List.of("fr", "en")) {
            assertThat(PICTURE.matcher(guide.text(language)).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .allMatch(words -> words.length() > 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWordThatAGuideQuotesStandsOnAPage(RoleGuide guide) {
        for (String language : List.of("fr", "en")) {
            Set<String> words = Words.in(language).plain().values().stream()
                    .map(GuidePagesTest::plain)
                    .collect(Collectors.toSet());
            assertThat(QUOTED.matcher(guide.text(language)).results().map(found -> plain(found.group(1))))
                    .as(guide.file(language))
                    .hasSizeGreaterThan(10)
                    .allMatch(words::contains);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGuideLeadsToItsOtherLanguageAndIsListedAtTheEntrance(RoleGuide guide) {
        assertThat(guide.text("fr")).contains("(../en/" + guide.file("en") + ")");
        assertThat(guide.text("en")).contains("(../fr/" + guide.file("fr") + ")");
        assertThat(read(REPOSITORY.resolve("README.fr.md"))).contains("docs/fr/" + guide.file("fr"));
        assertThat(read(REPOSITORY.resolve("README.md")))
                .contains("docs/en/" + guide.file("en"), "docs/fr/" + guide.file("fr"));
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkOfAGuideLeadsToAFile(RoleGuide guide) {
        for (String language : List.of("fr", "en")) {
            assertThat(LINK.matcher(guide.text(language)).results().map((MatchResult link) -> link.group(1)))
                    .allMatch(target -> Files.exists(DOCS.resolve(language).resolve(target)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMarkOfAFrenchGuideIsLeftToTheEndOfALine(RoleGuide guide) {
        String prose = CODE.matcher(guide.text("fr")).replaceAll("");

        assertThat(LOOSE_MARK.matcher(prose).results().map(MatchResult::group)).isEmpty();
    }

    private static Stream<RoleGuide> guides() {
        return Stream.of(RoleGuide.values());
    }

    private static String plain(String words) {
        return NO_BREAK.matcher(words).replaceAll(" ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
