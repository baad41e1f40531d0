package org.liptako.node.journal.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** A duty's identifier: its home State's code, a dash and 32 hexadecimal digits. Every node derives the same one. */
public record DutyId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-[0-9a-f]{32}");
    private static final int DIGITS = 32;

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public DutyId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A duty is named by its home State's code, a dash and 32 lower-case hexadecimal digits.");
        }
    }

    /**
     * The identifier of what a rule asks for.
     *
     * @param home the State whose data it is about
     * @param source what founds the duty: the serial of a grant, or the copy where the duty lasts as long as that
     */
    public static DutyId of(State home, String source, String rule, String code) {
        String digest = Digest.over(String.join("\n", source, rule, code).getBytes(UTF_8))
                .hex();
        return new DutyId(home.name() + "-" + digest.substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
