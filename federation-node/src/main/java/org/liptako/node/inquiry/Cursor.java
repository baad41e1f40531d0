package org.liptako.node.inquiry;

import java.util.List;
import java.util.stream.Stream;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/** Where an answer goes on: what tells the last row read from those after it. Its parts hold no slash. */
public record Cursor(List<String> parts) {
    /** Before the first row. */
    public static final Cursor START = new Cursor(List.of());

    private static final Sentence WANTED = new Sentence(
            "le jeton d'une réponse à la même question, ou rien pour la première page",
            "the token of an answer to the same question, or nothing for the first page");

    public Cursor {
        parts = List.copyOf(parts);
    }

    static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /** The place that a token stands for. */
    public static Cursor ofToken(String token) {
        if (token.isEmpty()) {
            return START;
        }
        Cursor cursor = new Cursor(List.of(token.split("/", -1)));
        // PostgreSQL takes no NUL, and no token of ours holds one.
        if (token.indexOf('\0') >= 0) {
            throw cursor.foreign();
        }
        return cursor;
    }

    /** Whether it is before the first row. */
    public boolean isStart() {
        return parts.isEmpty();
    }

    /** That many parts; a token with another number of them is another question's. */
    List<String> exactly(int number) {
        if (parts.size() != number) {
            throw foreign();
        }
        return parts;
    }

    /** That this is no place in the answer. */
    Failure foreign() {
        return RequestFields.meaningless("page_token", token(), WANTED);
    }

    /** The same with a part before the others. */
    Cursor with(String first) {
        return new Cursor(Stream.concat(Stream.of(first), parts.stream()).toList());
    }

    /** The same less its first part, which must be this. */
    Cursor without(String first) {
        if (!parts.getFirst().equals(first)) {
            throw foreign();
        }
        return new Cursor(parts.subList(1, parts.size()));
    }

    /** As callers are told it. */
    public String token() {
        return String.join("/", parts);
    }
}
