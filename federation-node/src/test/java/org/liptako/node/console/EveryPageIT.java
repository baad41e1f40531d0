package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page that a reader comes to by links, in a real browser. */
class EveryPageIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String WIDER_THAN_THE_WINDOW = """
            () => {
              const wide = document.documentElement.clientWidth;
              return document.documentElement.scrollWidth <= wide ? '' :
                [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)
                  .map(e => e.tagName + '.' + e.className).slice(0, 5).join(', ') || 'the page';
            }
            """;
    private static final String HEADINGS_AND_ROWS = """
            () => [...document.querySelectorAll('h1, h2, h3, th, dt, main a')].map(e => (e.innerText ?? e.textContent).trim())
            """;

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    private static List<Stop> stops = List.of();

    @BeforeAll
    static void findThePages() throws IOException {
        var traffic = new TrialTraffic(PAGES.federation(), directory);
        traffic.passes();
        traffic.returns();
        stops = PageSearch.in(PAGES);
        assertThat(stops)
                .extracting(Stop::place)
                .contains("/", "/sign-in", Stop.LINK)
                .containsAll(Stream.of(Place.values()).map(Place::path).toList());
    }

    /** By day and by night in either language, and as tables are laid out on a phone. */
    static Stream<Look> looks() {
        return Stream.concat(
                Stream.of("fr", "en")
                        .flatMap(language -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(scheme -> Look.in(language).under(scheme))),
                Stream.of(Look.in("fr").wide(Look.WIDTHS.getFirst())));
    }

    static Stream<Look> widths() {
        return Stream.of("fr", "en")
                .flatMap(language ->
                        Look.WIDTHS.stream().map(width -> Look.in(language).wide(width)));
    }

    /** In clear on this machine, and over TLS. */
    static Stream<Look> listeners() {
        return Stream.of("fr", "en").map(Look::in).flatMap(look -> Stream.of(look, look.overTls()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void leavesNothingForAxeToObjectTo(Look look) {
        List<String> objections = new ArrayList<>();
        PAGES.visit(
                stops,
                look,
                (stop, reader) ->
                        Axe.objections(reader.page()).forEach(objection -> objections.add(stop + ": " + objection)));

        assertThat(objections).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("widths")
    void fitsTheWindow(Look look) {
        List<String> tooWide = new ArrayList<>();
        PAGES.visit(stops, look, (stop, reader) -> {
            String what = String.valueOf(reader.page().evaluate(WIDER_THAN_THE_WINDOW));
            if (!what.isEmpty()) {
                tooWide.add(stop + ": " + what);
            }
            reader.page()
                    .screenshot(new ScreenshotOptions()
                            .setCaret(ScreenshotCaret.INITIAL)
                            .setPath(SCREENSHOTS.resolve(
                                    "%s-%d-%s.png".formatted(look.language(), look.width(), stop.name()))));
        });

        assertThat(tooWide).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("listeners")
    void isInTheReadersLanguageHasOneTitleAndComesFromTheNodeAlone(Look look) {
        PAGES.visit(stops, look, (stop, reader) -> {
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo(look.language());
            assertThat(reader.page().locator("h1").count())
                    .as("%s has one title", stop)
                    .isOne();
            assertThat(reader.loaded())
                    .as("%s loads nothing from elsewhere", stop)
                    .allMatch(url -> url.startsWith(PAGES.root(look.secure()) + "/"));
            assertThat(reader.complaints())
                    .as("what the browser says against %s", stop)
                    .allMatch(complaint -> complaint.contains("the server responded with a status of"));
        });
    }

    /** Nodes go on meanwhile: what has changed between two looks is looked at again. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void isReadTheSameWithoutScript(String language) {
        Look look = Look.in(language);
        PAGES.compare(
                stops,
                look,
                look.withoutScript(),
                (stop, reader, other) -> await().pollInSameThread()
                        .atMost(Duration.ofMinutes(2))
                        .untilAsserted(() ->
                                assertThat(headings(stop, other)).as("%s", stop).isEqualTo(headings(stop, reader))));
    }

    private static @Nullable Object headings(Stop stop, Reader reader) {
        return reader.goesTo(PAGES.address(stop)).page().evaluate(HEADINGS_AND_ROWS);
    }
}
