package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Locale;
import java.util.Optional;

/** Which language a reader wants: what the address says, else what they chose before, else what their browser prefers; French if nothing does. */
final class ReaderLanguage {
    static final String COOKIE = "liptako-language";
    private static final String PARAMETER = "lang";

    private ReaderLanguage() {}

    static Words of(HttpRequest<?> request) {
        return chosen(request)
                .or(() -> request.getCookies()
                        .findCookie(COOKIE)
                        .map(Cookie::getValue)
                        .filter(ReaderLanguage::isKnown))
                .or(() -> request.getLocale().map(Locale::getLanguage))
                .map(Words::in)
                .orElseGet(() -> Words.in(Locale.FRENCH.getLanguage()));
    }

    /** What the address says, if it says a language that there is. */
    static Optional<String> chosen(HttpRequest<?> request) {
        return request.getParameters().getFirst(PARAMETER).filter(ReaderLanguage::isKnown);
    }

    private static boolean isKnown(String language) {
        return language.equals("fr") || language.equals("en");
    }
}
