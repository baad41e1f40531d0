package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.registry.v1.ImportCatalogueRequest;

/** Every page and every act of the pages, by everybody: what is found in the code, so that none that is added later is left out. */
class EveryRouteIT {
    private static final Set<Role> PEOPLE = EnumSet.of(Role.OPERATOR, Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR);
    private static final Set<Role> OFFICERS = EnumSet.of(Role.OFFICER);
    private static final Set<Role> ANSWERERS = EnumSet.of(Role.OPERATOR, Role.OFFICER, Role.REGULATOR);
    private static final Set<Role> OPERATORS = EnumSet.of(Role.OPERATOR);
    private static final String NO_EDITION = "0".repeat(64);
    private static final String SESSION = "liptako-session-ml-bko-1";

    /** Who may do it; what is not here is for everybody of the State. */
    private static final Map<String, Set<Role>> ACTS = Map.ofEntries(
            Map.entry("/leave", PEOPLE),
            Map.entry("/signing/{digest}", OFFICERS),
            Map.entry("/signing/{digest}/add", OFFICERS),
            Map.entry("/signing/{digest}/publish", OFFICERS),
            Map.entry("/signing/{digest}/drop", OFFICERS),
            Map.entry("/rules/{code}/write", OFFICERS),
            Map.entry("/place", OPERATORS),
            Map.entry("/transfers/pause", OPERATORS),
            Map.entry("/transfers/resume", OPERATORS),
            Map.entry("/transfers/priority", OPERATORS),
            Map.entry("/transfers/start", OPERATORS),
            Map.entry("/transfers/limits", OPERATORS),
            Map.entry("/operations/drain", OPERATORS));

    /** They sign in: their forms have keys of their own, and SignInIT has them. */
    private static final Set<String> WAYS_IN = Set.of("/enter", "/enter-by-certificate");

    /** Read by fewer than everybody of the State. */
    private static final Map<String, Set<Role>> FOR_FEW = Map.of(
            "/signing", OFFICERS,
            "/signing/{digest}", OFFICERS,
            "/signing/{digest}/edition.json", OFFICERS,
            "/signing/{digest}/signatures.p7s", OFFICERS,
            "/rules/{code}/write", OFFICERS,
            "/receipts/copy", ANSWERERS,
            "/receipts/erasure", ANSWERERS,
            "/receipts/state", ANSWERERS);

    /** Shown to whoever asks, in clear on this machine. */
    private static final Set<String> OPEN = Set.of(
            "/console.css",
            "/icon.svg",
            "/sign.js",
            "/sign-in",
            "/enter",
            "/copies",
            "/journal/checkpoint",
            "/journal/proof/{index}",
            "/journal/tile/{+path}");

    private static final Map<String, String> EXAMPLES = Map.of(
            "{digest}", NO_EDITION,
            "{code}", "ML",
            "{index}", "0",
            "{campaign}", "ML-RETOUR-2026",
            "{dataset}", "ML-DS-008",
            "{name}", "copies",
            "{id}", "request-1",
            "{grant}", "ML-" + "0".repeat(32),
            "{+path}", "nowhere/at/all");
    private static final Pattern RUNS = Pattern.compile("<script(?! src=\"/sign\\.js\" defer)|\\son[a-z]+=\"|style=\"");
    private static final Pattern BY_ITSELF = Pattern.compile("javascript:|http-equiv", Pattern.CASE_INSENSITIVE);

    @TempDir
    private static Path directory;

    private static ConsoleRegion region;
    private static final Map<Role, TrialBrowser> READERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws IOException {
        region = new ConsoleRegion(directory);
        for (Role role : PEOPLE) {
            READERS.put(role, region.browser(State.ML, role));
        }
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    static Stream<String> acts() {
        return ACTS.keySet().stream();
    }

    static Stream<String> pages() {
        return routes(Get.class, method -> method.getAnnotationOfType(Get.class).value()).stream()
                .filter(path -> !OPEN.contains(path));
    }

    @Test
    void everyActIsInTheTable() {
        Set<String> acts = routes(
                Post.class, method -> method.getAnnotationOfType(Post.class).value());
        acts.removeAll(WAYS_IN);

        assertThat(acts).isEqualTo(ACTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("acts")
    void anActIsForThoseWhoseItIsByAFormOfTheirOwn(String act) throws IOException {
        String path = example(act);
        for (Role role : PEOPLE) {
            TrialBrowser reader = act.equals("/leave") ? region.browser(State.ML, role) : reader(role);
            String others = key(reader(role == Role.OFFICER ? Role.REGULATOR : Role.OFFICER));
            Map<String, String> own = Map.of("key", key(reader));

            assertThat(reader.post(path, Map.of("reason", "none")).statusCode())
                    .as("%s without a key, as %s", act, role)
                    .isEqualTo(403);
            assertThat(reader.post(path, Map.of("key", others)).statusCode())
                    .as("%s with another's key, as %s", act, role)
                    .isEqualTo(403);
            for (Map<String, String> elsewhere : List.of(
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    Map.of("Sec-Fetch-Site", "cross-site"))) {
                assertThat(reader.post(path, own, elsewhere).statusCode())
                        .as("%s from %s, as %s", act, elsewhere, role)
                        .isEqualTo(403);
            }
            int status = reader.post(path, own).statusCode();
            if (Objects.requireNonNull(ACTS.get(act)).contains(role)) {
                assertThat(status).as("%s as %s", act, role).isNotIn(403, 500);
            } else {
                assertThat(status).as("%s as %s", act, role).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("acts")
    void nobodyActsWhoIsNotSignedInHereNotEvenWhoIsElsewhere(String act) throws IOException {
        TrialBrowser stranger = region.browser(State.BF, Role.OPERATOR);
        Map<String, String> form = Map.of("key", key(stranger));

        for (String session : List.of("", stranger.cookie("liptako-session"), "A".repeat(43))) {
            HttpResponse<String> answer = visitor(session).post(example(act), form);

            assertThat(answer.statusCode()).as(act).isEqualTo(303);
            assertThat(location(answer)).startsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsForThoseWhoseItIsAndRunsNothing(String page) {
        for (Role role : PEOPLE) {
            HttpResponse<String> answer = reader(role).get(example(page));

            if (FOR_FEW.getOrDefault(page, PEOPLE).contains(role)) {
                assertThat(answer.statusCode()).as("%s as %s", page, role).isNotIn(403, 500);
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as("%s as %s is not led to the way in", page, role)
                        .doesNotContain("sign-in", "//");
            } else {
                assertThat(answer.statusCode()).as("%s as %s", page, role).isEqualTo(403);
            }
            assertThat(answer.body()).doesNotContainPattern(RUNS).doesNotContainPattern(BY_ITSELF);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as("%s as %s", page, role)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'")
                            .doesNotContain("unsafe", "*", "http:", "https:", "data:")
                            .satisfies(text ->
                                    assertThat(text.contains("script-src")).isEqualTo(page.startsWith("/signing/"))));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsNotForWhoeverIsNotSignedInHere(String page) throws IOException {
        TrialBrowser stranger = region.browser(State.NE, Role.REGULATOR);

        for (String session : List.of("", stranger.cookie("liptako-session"), "A".repeat(43))) {
            HttpResponse<String> answer = visitor(session).get(example(page));

            assertThat(answer.statusCode()).as(page).isEqualTo(303);
            assertThat(location(answer)).as(page).startsWith("/sign-in");
        }
    }

    /** Of all that somebody may write into an address or a form, nothing becomes a header of the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=fr%0d%0aX-Evil:%201",
                "/sign-in?why=LINK_USED%0d%0aSet-Cookie:%20evil=1",
                "/rules/ML%0d%0aX-Evil:%201",
                "/rules/ML?article=%0d%0aX-Evil:%201",
                "/rules/ML/try?day=%0d%0aX-Evil:%201",
                "/place/a%0d%0aX-Evil:%201",
                "/datasets/ML-DS-008%0d%0aX-Evil:%201",
                "/receipts/state?dataset=ML-DS-008%22%0d%0aX-Evil:%201",
                "/receipts/copy?dataset=ML-DS-008&site=ML-BKO-1%0d%0aX-Evil:%201",
                "/questions/copies/export?dataset=ML-DS-008&format=CSV%0d%0aX-Evil:%201",
                "/signing/%0d%0aX-Evil:%201/edition.json",
                "/transfers/%0d%0aX-Evil:%201",
            })
    void noWordOfAnAddressIsAHeader(String path) {
        for (Role role : List.of(Role.OFFICER, Role.REGULATOR)) {
            HttpResponse<String> answer = reader(role).get(path);

            assertThat(answer.headers().map()).doesNotContainKeys("X-Evil", "x-evil");
            assertThat(TrialBrowser.setCookies(answer)).noneMatch(cookie -> cookie.contains("evil"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/place", "/transfers/pause", "/transfers/priority", "/transfers/start", "/transfers/limits"})
    void noWordOfAFormIsAHeaderOrLeadsElsewhere(String path) {
        TrialBrowser operator = reader(Role.OPERATOR);
        for (String word : List.of("a\r\nX-Evil: 1", "//evil.example", "https://evil.example/", "/\\evil.example")) {
            Map<String, String> form = new LinkedHashMap<>(Map.of("key", key(operator)));
            for (String field :
                    List.of("request", "dataset", "target", "operation", "scope", "grant", "priority", "peer")) {
                form.put(field, word);
            }

            HttpResponse<String> answer = operator.post(path, form);

            assertThat(answer.statusCode()).as("%s with %s", path, word).isBetween(400, 499);
            assertThat(answer.headers().map()).doesNotContainKeys("X-Evil", "x-evil", "location", "Location");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "//evil.example/rules",
                "/%2f%2fevil.example",
                "/%5cevil.example",
                "/?next=https://evil.example/",
                "/rules?url=//evil.example&return=https://evil.example",
            })
    void nobodyIsLedElsewhere(String path) throws IOException {
        HttpResponse<String> answer = visitor("").get(path);

        assertThat(answer.statusCode()).isIn(303, 400, 404);
        if (answer.statusCode() == 303) {
            assertThat(location(answer)).isEqualTo("/sign-in");
        }
        assertThat(reader(Role.OFFICER).get(path).headers().firstValue("Location"))
                .as("as an officer")
                .isEmpty();
    }

    /** Of a dataset and of a place, as an administrator imports them. */
    @Test
    void noTextOfACatalogueIsMarkup() {
        String hostile = "\"<script>alert(1)</script><img src=x onerror=alert(2)>\\\" onclick=\\\"alert(3)\"";
        region.nodes()
                .register(State.ML, Role.ADMINISTRATOR)
                .importCatalogue(ImportCatalogueRequest.newBuilder()
                        .setYaml("""
                                sites:
                                - {id: ML-EVL-1, state: ML, city: %1$s, lat: 12.639, lon: -8.003, name: %1$s, standing: invented, control: STATE_OPERATED, owner_state: ML, tier: 2, tier_evidence: CLAIMED, mutualised: false, capacity_tb: 200}
                                datasets:
                                - {id: ML-DS-900, home: ML, name: {fr: %1$s, en: %1$s}, owner: %1$s, categories: [HEALTH], classification: INTERNAL, personal: NONE, strategic: false, controller: PUBLIC_BODY, size_gb: 12, held_at: [ML-EVL-1]}
                                """.formatted(hostile))
                        .build());

        List<String> shown = Stream.of(
                        "/datasets?q=alert",
                        "/datasets/ML-DS-900",
                        "/datasets/ML-DS-900/hosts",
                        "/copies?dataset=ML-DS-800&site=ML-BKO-1",
                        "/map",
                        "/place?dataset=ML-DS-900&operation=REPLICATE&target=ML-EVL-1",
                        "/questions/copies?dataset=ML-DS-900",
                        "/questions/site-holds?site=ML-EVL-1")
                .map(path -> reader(Role.OPERATOR).get(path).body())
                .toList();

        assertThat(shown)
                .allSatisfy(body -> assertThat(body)
                        .contains("&lt;script&gt;alert(1)")
                        .doesNotContain("<script", "<img", "\" onclick"));
        assertThat(reader(Role.OFFICER).get("/").body()).doesNotContain("<script", "<img", "\" onclick");
    }

    private static Set<String> routes(Class<? extends Annotation> kind, Function<JavaMethod, String> path) {
        Set<String> routes = new TreeSet<>();
        for (JavaClass room : new ClassFileImporter().importPackages("org.liptako.node.console")) {
            if (room.isAnnotatedWith(Controller.class)) {
                String root = room.getAnnotationOfType(Controller.class).value();
                room.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(kind))
                        .map(method -> (root.equals("/") ? "" : root) + path.apply(method))
                        .map(whole -> whole.length() > 1 && whole.endsWith("/")
                                ? whole.substring(0, whole.length() - 1)
                                : whole)
                        .forEach(routes::add);
            }
        }
        assertThat(routes).isNotEmpty();
        return routes;
    }

    private static String example(String route) {
        String path = route;
        for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
            path = path.replace(example.getKey(), example.getValue());
        }
        assertThat(path).as("an address of " + route).doesNotContain("{");
        return path;
    }

    private static TrialBrowser reader(Role role) {
        return Objects.requireNonNull(READERS.get(role));
    }

    /** Somebody with a cookie that no page of this node gave them; with none at all if it is empty. */
    private static TrialBrowser visitor(String session) throws IOException {
        TrialBrowser browser = region.visitor(State.ML);
        if (!session.isEmpty()) {
            browser.plant(SESSION, session);
        }
        return browser;
    }

    private static String key(TrialBrowser reader) {
        return Objects.requireNonNull(TrialBrowser.form(reader.get("/")).get("key"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
