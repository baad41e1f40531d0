package org.liptako.node.console;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser that the machine has. Nothing is downloaded: where it or what drives it is missing, a laptop skips the test and CI fails it. */
final class Chromium implements AutoCloseable {
    private static final String NO_BROWSER =
            "Chromium is neither on the PATH nor in a usual place, so no page is read in a real"
                    + " browser here; to have it: install your distribution's package chromium.";
    private static final String NO_DRIVER =
            "No Node.js of 20 or newer is on the PATH, which drives the browser, so no page is"
                    + " read in a real browser here; to have it: install your distribution's package nodejs, or, where that is"
                    + " older, npm's package node.";
    private static final List<String> USUAL = List.of(
            "/usr/lib/chromium/chromium",
            "/usr/lib64/chromium-browser/chromium-browser",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);
    private static final int OLDEST_NODE = 20;

    /** In ms. Long: it ends what hangs, and says nothing of how fast a page is. */
    private static final double PATIENCE = 180_000;

    private final Playwright playwright;
    private final Browser browser;

    /** @param believed whoever has this certificate in their chain is taken over TLS for whom they say they are */
    Chromium(X509Certificate believed) {
        Path program = Stream.concat(
                        onPath("chromium", "chromium-browser", "google-chrome"),
                        USUAL.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(NO_BROWSER));
        Path node = onPath("node", "nodejs")
                .filter(Chromium::isYoungEnough)
                .findFirst()
                .orElseGet(() -> missing(NO_DRIVER));
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setTimeout(PATIENCE)
                        .setArgs(List.of("--ignore-certificate-errors-spki-list=" + digest(believed))));
    }

    /** A browser's memory of its own: no cookie of another is in it. */
    BrowserContext memory(NewContextOptions options) {
        BrowserContext memory = browser.newContext(options);
        memory.setDefaultTimeout(PATIENCE);
        return memory;
    }

    private static Stream<Path> onPath(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable);
    }

    private static boolean isYoungEnough(Path node) {
        try {
            Process asked = new ProcessBuilder(node.toString(), "--version").start();
            Matcher version =
                    VERSION.matcher(new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST_NODE;
        } catch (IOException notOfThisMachine) {
            return false;
        }
    }

    /** Of its key, as the browser names it: the machine's own list of roots is left alone. */
    private static String digest(X509Certificate certificate) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(certificate.getPublicKey().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path missing(String words) {
        return "true".equals(System.getenv("CI")) ? fail(words) : abort(words);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
