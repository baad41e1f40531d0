package org.liptako.node.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Liptako;
import org.liptako.node.wire.Sentence;

/** What a tour says, and that it can be typed; {@code ToursIT} runs it. */
class ToursTest {
    private static final Pattern COMMAND = Pattern.compile("(liptako(?: [a-z][a-z-]*)+) \\[-hV]");
    private static final Set<String> PAPERS = Set.of(
            TourPapers.OPERATOR,
            TourPapers.OUAGADOUGOU,
            TourPapers.OFFICER,
            TourPapers.REGULATOR,
            TourPapers.ADMINISTRATOR);

    @ParameterizedTest
    @EnumSource
    void everyCommandOfATourIsThereWithItsOptions(TourRole role) {
        assertThat(Tours.of(role)).allSatisfy(stop -> {
            var out = new StringWriter();
            var err = new StringWriter();
            String[] words = Stream.concat(
                            stop.words().stream().filter(word -> !PAPERS.contains(word)), Stream.of("--help"))
                    .toArray(String[]::new);

            int exitCode = Liptako.run(new PrintWriter(out, true), new PrintWriter(err, true), words);

            assertThat(exitCode).as("%s%n%s", stop.words(), err).isEqualTo(ExitCode.DONE);
            var command = COMMAND.matcher(out.toString());
            assertThat(command.find()).as(out.toString()).isTrue();
            assertThat("liptako " + String.join(" ", stop.words())).startsWith(command.group(1));
            assertThat(out.toString()).as("a command, and no group of commands").doesNotContain("[COMMAND]");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTourIsAQuarterOfAnHourAndItsEnglishIsSetAsEnglish(TourRole role) {
        assertThat(Tours.of(role)).hasSizeBetween(6, 9);
        assertThat(Tours.of(role).stream().flatMap(ToursTest::said).map(Sentence::en))
                .noneMatch(text -> text.matches(".*( [:;!?]|[«»à-ÿ]).*"));
    }

    private static Stream<Sentence> said(Stop stop) {
        Happening before = stop.before();
        return Stream.concat(
                Stream.of(stop.title(), stop.why()), before == null ? Stream.empty() : Stream.of(before.words()));
    }
}
