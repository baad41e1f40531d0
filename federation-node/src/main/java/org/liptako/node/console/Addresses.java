package org.liptako.node.console;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses made of the one that the reader is at. */
final class Addresses {
    private static final String LANGUAGE = "lang";

    private Addresses() {}

    /** The same page in a language: path and query go on; what a form sent does not, so that its page leads home. */
    static String inLanguage(HttpRequest<?> request, String language) {
        if (request.getMethod() != HttpMethod.GET) {
            return "/?lang=" + language;
        }
        Stream<String> others = request.getParameters().asMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(LANGUAGE))
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)));
        return Stream.concat(others, Stream.of(LANGUAGE + "=" + language)).collect(Collectors.joining("&", "?", ""));
    }

    /** A value as an address has it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
