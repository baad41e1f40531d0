package org.liptako.node.console;

import java.util.Optional;
import java.util.stream.Stream;

/** Names in addresses, which anybody may make up. */
final class EnumNames {
    private EnumNames() {}

    /** The constant of that name; empty if there is none. */
    static <E extends Enum<E>> Optional<E> of(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
