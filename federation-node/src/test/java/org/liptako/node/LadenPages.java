package org.liptako.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** The pages of Mali's whole node over TLS, with {@link LadenRegistry}, for one person of each role. */
final class LadenPages implements AutoCloseable {
    /** What a reader goes to from every page, and what is searched for there. */
    static final List<String> MAIN = List.of(
            "/",
            "/copies",
            "/copies/group?found=FORBIDDEN",
            "/differences",
            "/datasets",
            "/datasets?q=recensement+4711",
            "/datasets?finding=FORBIDDEN",
            "/datasets?proof=FAILED",
            "/datasets?site=ML-BKO-2&classification=INTERNAL",
            "/datasets/ML-DS-000011",
            "/questions",
            "/questions/abroad?state=ML",
            "/questions/site-holds?site=ML-BKO-1",
            "/map",
            "/repatriation",
            "/questions/asked",
            "/operations",
            "/transfers",
            "/rules",
            "/place");

    static final List<Role> READERS = List.of(Role.OPERATOR, Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR);

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final TestDatabase database = TestDatabase.fresh();
    private final ConsoleScene scene;
    private final Map<Role, TlsBrowser> browsers = new EnumMap<>(Role.class);
    private int addresses;

    LadenPages(Path directory) throws IOException {
        scene = ConsoleScene.over(directory, database, CountedStatements.to(database.config()));
        for (Role role : READERS) {
            TlsBrowser browser = scene.tlsBrowser(TrialRegion.of(TrialRegion.someone(State.ML, role)));
            Matcher key = KEY.matcher(browser.get("/sign-in").body());
            if (!key.find()
                    || browser.post("/enter-by-certificate", "key=" + key.group(1))
                                    .status()
                            != 303) {
                throw new IllegalStateException(role + " cannot sign in");
            }
            browsers.put(role, browser);
        }
    }

    Jdbi jdbi() {
        return database.jdbi();
    }

    /** From an address of its own: the pace of pages is held for each. */
    KeptLine line(Role role) throws IOException {
        addresses++;
        return new KeptLine(
                Objects.requireNonNull(browsers.get(role)),
                "127.0." + (10 + addresses / 250) + "." + (1 + addresses % 250));
    }

    @Override
    public void close() {
        scene.close();
    }
}
