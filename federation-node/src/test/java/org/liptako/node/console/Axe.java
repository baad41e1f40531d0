package org.liptako.node.console;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core has against a page, by the rules of WCAG 2.2 level AA and its own of good practice. Its script comes from a jar and goes in past the page's policy. */
final class Axe {
    private static final String SCRIPT = script();
    /** Small targets are looked for only where one asks. */
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {
                resultTypes: ['violations'],
                rules: { 'target-size': { enabled: true } }
              });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ' (' + rule.help + '): ' + node.html.replace(/\\s+/g, ' ').slice(0, 200)
                + ' ' + node.any.map(check => check.message).join('; ')));
            }
            """;

    private Axe() {}

    /** What it objects to, each with its rule and its element; empty if nothing. */
    static List<String> objections(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            // What it defines is not to be handed over.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\nvoid 0;";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
