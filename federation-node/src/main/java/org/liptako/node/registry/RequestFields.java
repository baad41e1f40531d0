package org.liptako.node.registry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** The fields of requests as the registry's types; one that has no meaning here is INVALID_REQUEST, with what would have. */
public final class RequestFields {
    private static final int SHOWN = 40;
    private static final Sentence INSTANTS = new Sentence(
            "un instant de 1970 à 2199, comme 2026-03-01T06:00:00Z",
            "an instant from 1970 to 2199, such as 2026-03-01T06:00:00Z");
    private static final Sentence TOKENS = new Sentence(
            "le jeton d'une réponse, ou rien pour la première page",
            "an answer's token, or nothing for the first page");

    private static final Sentence STATES = new Sentence("ML, BF ou NE", "ML, BF or NE");

    private RequestFields() {}

    /** A dataset's identifier. */
    public static DatasetId dataset(String text) {
        return identifier(
                "dataset",
                text,
                DatasetId::new,
                new Sentence("un jeu, comme ML-DS-008", "a dataset, such as ML-DS-008"));
    }

    /** A site's identifier. */
    public static SiteId site(String text) {
        return identifier(
                "site", text, SiteId::new, new Sentence("un site, comme ML-BKO-1", "a site, such as ML-BKO-1"));
    }

    /** A member State, by its code. */
    public static State state(String field, String text) {
        return State.ofCode(text).orElseThrow(() -> meaningless(field, text, STATES));
    }

    /** Empty for an empty text. */
    public static Optional<Instant> instant(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (Timeline.reaches(instant)) {
                return Optional.of(instant);
            }
        } catch (DateTimeParseException e) {
            throw meaningless(field, text, INSTANTS);
        }
        throw meaningless(field, text, INSTANTS);
    }

    /**
     * The page that a token stands for: a dataset, or a dataset, a slash and a site.
     *
     * @param home a State's code; empty = all States
     */
    static Page page(String token, String home, int most) {
        if (!home.isEmpty() && State.ofCode(home).isEmpty()) {
            throw meaningless("home", home, STATES);
        }
        String prefix = home.isEmpty() ? "" : home + "-";
        if (token.isEmpty()) {
            return new Page("", "", prefix, most);
        }
        String[] after = token.split("/", 2);
        DatasetId dataset = identifier("page_token", after[0], DatasetId::new, TOKENS);
        String site = after.length < 2
                ? ""
                : identifier("page_token", after[1], SiteId::new, TOKENS).value();
        return new Page(dataset.value(), site, prefix, most);
    }

    /** The page that a token over holdings stands for: a subject, a slash, and what the subject's differences are told apart by. */
    static Page holdingPage(String token, String home, int most) {
        int slash = token.indexOf('/');
        if (slash < 0) {
            return page(token, home, most);
        }
        Page after = page(token.substring(0, slash), home, most);
        return new Page(after.afterSubject(), token.substring(slash + 1), after.prefix(), most);
    }

    /** That a field cannot be what it is, and what it takes. */
    public static Failure meaningless(String field, String value, Sentence wanted) {
        String shown = Printable.line(value, SHOWN);
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Le champ " + field + " ne peut valoir « " + shown + " » ; il faut " + wanted.fr() + ".",
                "The field " + field + " cannot be \"" + shown + "\"; it takes " + wanted.en() + ".");
    }

    private static <T> T identifier(String field, String text, Function<String, T> type, Sentence wanted) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw meaningless(field, text, wanted);
        }
    }
}
