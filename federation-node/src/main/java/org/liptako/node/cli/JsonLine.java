package org.liptako.node.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;

/** A node's answer as one line of JSON, in the mapping that every protobuf library shares. */
public final class JsonLine {
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().alwaysPrintFieldsWithNoPresence().omittingInsignificantWhitespace();

    private JsonLine() {}

    /** The message as one line. */
    public static String of(MessageOrBuilder message) {
        try {
            return PRINTER.print(message);
        } catch (InvalidProtocolBufferException unknownAny) {
            throw new IllegalStateException("a message of the protocol has no JSON form", unknownAny);
        }
    }
}
