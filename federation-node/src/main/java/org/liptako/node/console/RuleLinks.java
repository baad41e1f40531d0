package org.liptako.node.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the pages of the rules. */
final class RuleLinks {
    private RuleLinks() {}

    /** A book as it is in force. */
    static String book(String code) {
        return "/rules/" + encoded(code);
    }

    /** A version of a book; 0 for the one in force. */
    static String version(String code, long version) {
        return version == 0 ? book(code) : book(code) + "?version=" + version;
    }

    /** An article where it stands among the others, so that a verdict can lead to it; 0 for the version in force. */
    static String article(String code, long version, String article) {
        return version(code, version) + (version == 0 ? "?" : "&") + "article=" + encoded(article) + anchor(article);
    }

    /** An article on the page that shows it. */
    static String anchor(String article) {
        return "#" + encoded(article);
    }

    /** What differs between two versions of a book. */
    static String comparison(String code, long from, long to) {
        return book(code) + "/compare?from=" + from + "&to=" + to;
    }

    /** The page of such differences that begins with an article. */
    static String change(String code, long from, long to, String article) {
        return comparison(code, from, to) + "&article=" + encoded(article) + anchor(article);
    }

    /** What is decided of one operation on a State's data. */
    static String coverage(String state, String operation) {
        return book(state) + "/coverage?operation=" + encoded(operation);
    }

    /** Where facts are made up and judged, for data of the book's own State. */
    static String trial(String code) {
        return book(code) + "/try";
    }

    /** Where a rule of the book is written. */
    static String writing(String code) {
        return book(code) + "/write";
    }

    /** An article in force, by its identifier, which begins with the code of its book. */
    static String article(String article) {
        int dash = article.indexOf('-');
        return article(dash < 0 ? article : article.substring(0, dash), 0, article);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
