package org.liptako.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.federation.v1.FieldLimits;
import org.liptako.federation.v1.Limits;

/** What one field must keep: its declared limits, over the defaults that {@code limits.proto} promises. */
record FieldLimit(
        FieldDescriptor field,
        FieldLimits declared,
        @Nullable Pattern pattern) {
    private static final int DEFAULT_LENGTH = 1_024;
    private static final int DEFAULT_BYTES = 65_536;
    private static final int DEFAULT_ITEMS = 1_000;

    static FieldLimit of(FieldDescriptor field) {
        FieldLimits declared = field.getOptions().getExtension(Limits.limits);
        Pattern pattern = declared.getPattern().isEmpty() ? null : Pattern.compile(declared.getPattern());
        return new FieldLimit(field, declared, pattern);
    }

    /** @throws Failure LIMIT_BROKEN if the field of {@code message} breaks a limit */
    void check(Message message, String prefix) {
        Optional<Sentence> breach = field.isRepeated() ? breachOfList(message, prefix) : breachOfField(message, prefix);
        if (breach.isPresent()) {
            throw new Failure(ErrorCode.LIMIT_BROKEN, breach.get());
        }
    }

    private Optional<Sentence> breachOfList(Message message, String prefix) {
        int count = message.getRepeatedFieldCount(field);
        if (declared.getRequired() && count == 0) {
            return Optional.of(Breach.missing(prefix + field.getName()));
        }
        int most = declared.getMaxItems() == 0 ? DEFAULT_ITEMS : declared.getMaxItems();
        if (count > most) {
            return Optional.of(Breach.items(prefix + field.getName(), count, most));
        }
        for (int i = 0; i < count; i++) {
            Optional<Sentence> breach = breachOf(message.getRepeatedField(field, i), prefix, i);
            if (breach.isPresent()) {
                return breach;
            }
        }
        return Optional.empty();
    }

    private Optional<Sentence> breachOfField(Message message, String prefix) {
        if (field.hasPresence() && !message.hasField(field)) {
            return declared.getRequired() ? Optional.of(Breach.missing(prefix + field.getName())) : Optional.empty();
        }
        Object value = message.getField(field);
        if (declared.getRequired() && isUnset(value)) {
            return Optional.of(Breach.missing(prefix + field.getName()));
        }
        if (declared.getRequired() && value instanceof String text && Printable.isBlank(text)) {
            return Optional.of(Breach.blank(prefix + field.getName()));
        }
        return breachOf(value, prefix, -1);
    }

    private static boolean isUnset(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case ByteString bytes -> bytes.isEmpty();
            case EnumValueDescriptor choice -> choice.getNumber() == 0;
            default -> false;
        };
    }

    private Optional<Sentence> breachOf(Object value, String prefix, int index) {
        Breach at = new Breach(prefix, field.getName(), index);
        return switch (value) {
            case String text -> breachOfText(text, at);
            case ByteString bytes -> breachOfBytes(bytes, at);
            case EnumValueDescriptor choice -> breachOfChoice(choice, at);
            case Integer number -> breachOfNumber(widened(number), at);
            case Long number -> breachOfNumber(number, at);
            default -> Optional.empty();
        };
    }

    private Optional<Sentence> breachOfText(String text, Breach at) {
        int most = declared.getMaxLength() == 0 ? DEFAULT_LENGTH : declared.getMaxLength();
        if (text.length() > most) {
            return Optional.of(at.length(text.length(), most));
        }
        if (pattern != null && !text.isEmpty() && !pattern.matcher(text).matches()) {
            return Optional.of(at.pattern(text, pattern));
        }
        return Optional.empty();
    }

    private Optional<Sentence> breachOfBytes(ByteString bytes, Breach at) {
        int most = declared.getMaxBytes() == 0 ? DEFAULT_BYTES : declared.getMaxBytes();
        return bytes.size() > most ? Optional.of(at.bytes(bytes.size(), most)) : Optional.empty();
    }

    private static Optional<Sentence> breachOfChoice(EnumValueDescriptor choice, Breach at) {
        // A number that the descriptor does not list gets a descriptor without an index.
        return choice.getIndex() < 0 ? Optional.of(at.choice(choice.getNumber())) : Optional.empty();
    }

    private Optional<Sentence> breachOfNumber(long number, Breach at) {
        if (declared.hasMin() && compare(number, declared.getMin()) < 0) {
            return Optional.of(at.least(number(number), declared.getMin()));
        }
        if (declared.hasMax() && compare(number, declared.getMax()) > 0) {
            return Optional.of(at.most(number(number), declared.getMax()));
        }
        return Optional.empty();
    }

    private long widened(int number) {
        return isUnsigned() ? Integer.toUnsignedLong(number) : number;
    }

    private int compare(long number, long limit) {
        return isUnsigned() ? Long.compareUnsigned(number, limit) : Long.compare(number, limit);
    }

    private String number(long number) {
        return isUnsigned() ? Long.toUnsignedString(number) : Long.toString(number);
    }

    private boolean isUnsigned() {
        return switch (field.getType()) {
            case UINT32, UINT64, FIXED32, FIXED64 -> true;
            default -> false;
        };
    }
}
