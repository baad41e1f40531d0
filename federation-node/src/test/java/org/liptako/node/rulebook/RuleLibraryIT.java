package org.liptako.node.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liptako.node.rulebook.TrialEditions.enactment;
import static org.liptako.node.rulebook.TrialEditions.nothing;
import static org.liptako.node.rulebook.TrialEditions.samples;
import static org.liptako.node.rulebook.TrialEditions.withdrawal;
import static org.liptako.policy.rules.Jurisdiction.ML;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.liptako.node.rulebook.reading.Article;
import org.liptako.node.rulebook.reading.ArticleChange;
import org.liptako.node.rulebook.reading.Book;
import org.liptako.node.rulebook.reading.BookVersion;
import org.liptako.node.rulebook.reading.CalendarEntry;
import org.liptako.node.rulebook.reading.DecisionGrid;
import org.liptako.node.rulebook.reading.Reading;
import org.liptako.node.rulebook.reading.Standing;
import org.liptako.node.rulebook.reading.VersionDifference;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;

/** What a node holds of rules is read version by version, whatever is in force meanwhile. */
class RuleLibraryIT extends EditionTrial {
    private final RuleLibrary library = new RuleLibrary(mali.ruleSets, mali.desk, clock);

    @Test
    void aBookThatNobodyHasPublishedHasNoVersion() {
        assertThat(library.books()).extracting(Book::code).containsExactly("ML", "BF", "NE", "AES");
        assertThat(library.books()).allMatch(book -> book.versions().isEmpty());
        assertThatRefused(() -> library.read("NE", "", ""), "NE");
    }

    @Test
    void aBookByWhichTheNodeDoesNotJudgeYetSaysSoAndIsReadAllTheSame() throws Exception {
        publish(first, rules);
        assertThat(mali().judged()).isFalse();
        assertThat(library.read("ML", "", "").all()).isGreaterThan(10);

        publishAes(clock.instant());
        assertThat(mali().judged()).isTrue();
        assertThat(mali().articles()).isEqualTo(library.read("ML", "", "").all());
    }

    @Test
    void everyVersionIsReadAsItWasSignedAndByWhom() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        HeldEdition two = publish(enactment(ML, one, clock.instant(), clock.instant(), nothing(ML)), nothing(ML));

        Reading old = library.read("ML", "1", "");
        assertThat(old.articles()).extracting(Article::id).contains("ML-SOL-1");
        assertThat(old.version()).hasValueSatisfying(version -> {
            assertThat(version.standing()).isEqualTo(Standing.PAST);
            assertThat(version.signers()).containsExactly("ML officer 1", "ML officer 2");
        });
        assertThat(library.read("ML", "", "").articles()).isEmpty();
        assertThat(library.read("ML", "", "").version())
                .map(BookVersion::digest)
                .contains(two.digest());
    }

    @Test
    void aWithdrawalSaysWhatItRestores() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        HeldEdition two = publish(enactment(ML, one, clock.instant(), clock.instant(), nothing(ML)), nothing(ML));
        clock.advance(Duration.ofSeconds(2));
        publish(withdrawal(two, one, clock.instant()), rules);

        assertThat(library.read("ML", "", "").version())
                .map(BookVersion::restores)
                .contains(1L);
        assertThat(library.read("ML", "", "").articles()).isNotEmpty();
        VersionDifference difference = library.compare("ML", "1", "3", "", Bilingual::fr);
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.same()).isEqualTo(library.read("ML", "1", "").all());
    }

    @Test
    void theCalendarTellsOfVersionsAndOfArticlesByTheVersionThatWillBeInForceThen() throws Exception {
        publishAes(clock.instant());
        List<SourceFile> dated =
                TrialLaw.samples(ML, lasting("ML-JUIN-1", "2098-06-30") + lasting("ML-TARD-1", "2150-12-31"));
        HeldEdition one = publish(enactment(ML, null, clock.instant(), clock.instant(), dated), dated);
        clock.advance(Duration.ofSeconds(2));
        Instant dawn = Instant.parse("2099-01-01T00:00:00Z");
        publish(enactment(ML, one, clock.instant(), dawn, nothing(ML)), nothing(ML));

        assertThat(library.calendar())
                .filteredOn(entry -> entry.code().equals("ML"))
                .anySatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo(CalendarEntry.Kind.ARTICLES_LEAVE);
                    assertThat(entry.articles()).containsExactly("ML-JUIN-1");
                    assertThat(entry.day().fr()).isEqualTo("1er juillet 2098");
                    assertThat(entry.version()).isOne();
                })
                .noneMatch(entry -> entry.articles().contains("ML-TARD-1"));
        CalendarEntry last = library.calendar().getLast();
        assertThat(last.kind()).isEqualTo(CalendarEntry.Kind.VERSION_ENTERS);
        assertThat(last.at()).isEqualTo(dawn);
        assertThat(last.version()).isEqualTo(2);
    }

    @Test
    void aVersionThatAnotherOvertakesBeforeItsDayNeverCame() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        Instant dawn = clock.instant().plus(Duration.ofDays(9));
        HeldEdition two = publish(enactment(ML, one, clock.instant(), dawn, nothing(ML)), nothing(ML));
        clock.advance(Duration.ofSeconds(2));
        List<SourceFile> third = samples(ML, "third");
        publish(enactment(ML, two, clock.instant(), clock.instant(), third), third);

        assertThat(library.read("ML", "", "").book().versions())
                .extracting(BookVersion::standing)
                .containsExactly(Standing.IN_FORCE, Standing.PAST, Standing.PAST);
    }

    @Test
    void articlesAddedAndRemovedAreToldFromOneVersionToAnother() throws Exception {
        publishAes(clock.instant());
        HeldEdition one = publish(first, rules);
        clock.advance(Duration.ofSeconds(2));
        publish(enactment(ML, one, clock.instant(), clock.instant(), nothing(ML)), nothing(ML));
        int all = library.read("ML", "1", "").all();

        VersionDifference gone = library.compare("ML", "", "", "", Bilingual::fr);
        assertThat(gone.count(ArticleChange.Kind.REMOVED)).isEqualTo(all);
        assertThat(library.compare("ML", "2", "1", "", Bilingual::en).count(ArticleChange.Kind.ADDED))
                .isEqualTo(all);
    }

    @Test
    void aLongBookIsReadPageByPage() throws Exception {
        List<SourceFile> files = nothing(ML);
        String rules = IntStream.range(100, 350)
                .mapToObj(number -> lasting("ML-" + number, "2098-06-30"))
                .collect(Collectors.joining());
        List<SourceFile> many = List.of(TrialEditions.file("ml.yaml", "recueil: ML\nregles:\n" + rules));
        HeldEdition one = publish(enactment(ML, null, clock.instant(), clock.instant(), files), files);
        clock.advance(Duration.ofSeconds(2));
        publish(enactment(ML, one, clock.instant(), clock.instant(), many), many);

        Reading second = library.read("ML", "", "ML-234");
        assertThat(second.articles()).hasSize(100).extracting(Article::id).contains("ML-234");
        assertThat(second.first()).isEqualTo(101);
        assertThat(second.before()).isEqualTo("ML-100");
        assertThat(library.read("ML", "", second.next()).next()).isEmpty();
        VersionDifference last = library.compare("ML", "1", "2", "ML-349", Bilingual::fr);
        assertThat(last.count(ArticleChange.Kind.ADDED)).isEqualTo(250);
        assertThat(last.changes()).hasSize(50).extracting(ArticleChange::id).startsWith("ML-300");
        assertThat(last.next()).isEmpty();
    }

    @Test
    void theTableOfAnOperationHasACellForEachClassAndPlace() throws Exception {
        publishAes(clock.instant());
        publish(first, rules);

        DecisionGrid grid = library.decisions("ML", "REPLICATE");
        assertThat(grid.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(grid.places()));
        assertThat(grid.rows().getFirst().cells().getFirst().outcome()).isEqualTo(DecisionGrid.Outcome.PERMITTED);
        assertThatRefused(() -> library.decisions("AES", ""), "Alliance");
        assertThatRefused(() -> library.decisions("ML", "FLY"), "REPLICATE");
    }

    @Test
    void whatThereIsNotIsToldInOneSentence() throws Exception {
        publish(first, rules);

        assertThatRefused(() -> library.read("ml", "", ""), "ML, BF, NE");
        assertThatRefused(() -> library.read("ML", "2", ""), "version 2");
        assertThatRefused(() -> library.read("ML", "", "ML-SOL-11"), "ML-SOL-1");
        assertThatRefused(() -> library.compare("ML", "1", "7", "", Bilingual::fr), "version 7");
        assertThatThrownBy(() -> library.read("ML", "0", ""))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        assertThatThrownBy(() -> library.read("ML", "9".repeat(40), ""))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    private static String lasting(String id, String until) {
        return """
                  - id: %s
                    titre: {fr: "Un article daté", en: "A dated article"}
                    texte: {fr: "Il a une fin.", en: "It has an end."}
                    base_legale: [{instrument: "Loi 1", article: "1", statut: exemple}]
                    effet: interdire
                    en_vigueur: {du: 2026-01-01, au: %s}
                    condition: {fait: lieu.etat, est: BF}
                """.formatted(id, until);
    }

    private Book mali() {
        return library.books().getFirst();
    }

    private static void assertThatRefused(ThrowingCallable reading, String named) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Failure.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.NOT_KNOWN);
            assertThat(refused.sentence().fr()).matches(".*[.?]");
            assertThat(refused.sentence().en()).matches(".*[.?]");
            assertThat(refused.sentence().toString()).contains(named);
        });
    }
}
