package org.liptako.policy.decision;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads an instant only in the one spelling that section 5 writes, so that equal instants are equal bytes. */
final class WholeSecondDeserializer extends StdDeserializer<Instant> {

    WholeSecondDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        try {
            Instant instant = Instant.parse(text);
            if (instant.truncatedTo(ChronoUnit.SECONDS).toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeException notAnInstant) {
            throw context.weirdStringException(text, Instant.class, notAnInstant.getMessage());
        }
        throw context.weirdStringException(text, Instant.class, "instants are in whole seconds with Z");
    }
}
