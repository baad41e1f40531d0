package org.liptako.node.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/**
 * How a page is looked at.
 *
 * @param language that the browser prefers: fr or en
 * @param width of the window in CSS pixels
 * @param script whether pages may run any
 * @param secure whether over TLS, and not in clear on this machine
 */
record Look(String language, ColorScheme scheme, int width, boolean script, boolean secure) {
    /** A phone, a tablet held upright, an old laptop. */
    static final List<Integer> WIDTHS = List.of(360, 768, 1440);

    private static final int HEIGHT = 900;

    /** On a laptop, by day, in clear. */
    static Look in(String language) {
        return new Look(language, ColorScheme.LIGHT, 1440, true, false);
    }

    Look under(ColorScheme other) {
        return new Look(language, other, width, script, secure);
    }

    Look wide(int other) {
        return new Look(language, scheme, other, script, secure);
    }

    Look withoutScript() {
        return new Look(language, scheme, width, false, secure);
    }

    Look overTls() {
        return new Look(language, scheme, width, script, true);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(language.equals("fr") ? "fr-FR" : "en-GB")
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(script);
    }
}
