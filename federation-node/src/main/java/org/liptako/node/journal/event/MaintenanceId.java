package org.liptako.node.journal.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.liptako.pki.name.State;

/** What a planned maintenance is called, such as {@code ML-M-} and twelve hexadecimal digits. */
public record MaintenanceId(@JsonValue String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Z]{2}-M-[0-9a-f]{12}");
    private static final int RANDOM_BYTES = 6;

    /** @throws IllegalArgumentException unless {@code value} is such an identifier */
    @JsonCreator
    public MaintenanceId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A maintenance is named by its State's code, -M- and 12 lower-case hexadecimal digits.");
        }
    }

    /** A new one of a State. */
    public static MaintenanceId draw(State state, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new MaintenanceId(state.name() + "-M-" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
