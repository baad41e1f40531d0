package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liptako.pki.name.State;

/** A campaign's name, such as {@code ML-RETOUR-2026}: its State's code, then capitals, digits and dashes. */
public record CampaignId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-[A-Z0-9-]{1,37}");

    /** @throws IllegalArgumentException unless {@code value} is such a name */
    @JsonCreator
    public CampaignId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A campaign is named like ML-RETOUR-2026: its State's code, then at most 37 capitals, digits and dashes.");
        }
    }

    /** The member State with whose code the name begins: the only one that may open it. */
    public Optional<State> state() {
        return State.ofCode(value.substring(0, 2));
    }

    @Override
    public String toString() {
        return value;
    }
}
