package org.liptako.pki.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A data centre's identifier, such as {@code ML-BKO-1}: country code, place, number. */
public record SiteId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,8}-[1-9][0-9]{0,2}");

    /**
     * Checks the identifier.
     *
     * @throws MalformedNameException unless {@code value} is such an identifier
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SiteId {
        if (value.length() > 16 || !GRAMMAR.matcher(value).matches()) {
            throw new MalformedNameException(
                    "Un site se nomme comme ML-BKO-1 (pays, lieu, numéro).",
                    "A site is named like ML-BKO-1 (country, place, number).");
        }
    }

    /** The member State whose code the identifier begins with; empty for a site elsewhere. */
    public Optional<State> state() {
        return State.ofCode(value.substring(0, 2));
    }

    /** The site as one label of a DNS name. */
    public String label() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
