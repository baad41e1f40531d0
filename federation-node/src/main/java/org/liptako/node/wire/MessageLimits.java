package org.liptako.node.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits of messages, as their descriptors declare them; read from each descriptor once.
 *
 * <p>Safe for use by many threads.
 */
final class MessageLimits {
    private final Map<Descriptor, List<FieldLimit>> compiled = new ConcurrentHashMap<>();

    /** @throws Failure LIMIT_BROKEN, naming the first field that breaks a limit, the limit and what was found */
    void check(Message message) {
        check(message, "");
    }

    private void check(Message message, String prefix) {
        for (FieldLimit limit : limitsOf(message.getDescriptorForType())) {
            FieldDescriptor field = limit.field();
            limit.check(message, prefix);
            if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (field.isRepeated()) {
                for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                    check((Message) message.getRepeatedField(field, i), prefix + field.getName() + "[" + i + "].");
                }
            } else if (message.hasField(field)) {
                check((Message) message.getField(field), prefix + field.getName() + ".");
            }
        }
    }

    private List<FieldLimit> limitsOf(Descriptor type) {
        List<FieldLimit> known = compiled.get(type);
        return known != null ? known : compiled.computeIfAbsent(type, MessageLimits::compile);
    }

    private static List<FieldLimit> compile(Descriptor type) {
        return type.getFields().stream().map(FieldLimit::of).toList();
    }
}
