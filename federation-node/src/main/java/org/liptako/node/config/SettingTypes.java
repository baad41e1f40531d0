package org.liptako.node.config;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.liptako.pki.name.State;

/** What the values of keys may be; one that may not be is refused with what would do. */
final class SettingTypes {
    private SettingTypes() {}

    static State state(String text) {
        return State.ofCode(text).orElseThrow(() -> new IllegalArgumentException("ML | BF | NE"));
    }

    static EngineChoice engine(String text) {
        return Arrays.stream(EngineChoice.values())
                .filter(choice -> choice.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Arrays.stream(EngineChoice.values())
                        .map(EngineChoice::word)
                        .collect(joining(" | "))));
    }

    static URI hostAndPort(String text) {
        URI uri = URI.create("grpc://" + text);
        if (uri.getHost() == null || uri.getPort() < 1 || !text.equals(uri.getHost() + ":" + uri.getPort())) {
            throw new IllegalArgumentException("host:port");
        }
        return uri;
    }

    static URI http(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("http://host:port");
        }
        return uri;
    }

    static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true | false");
        };
    }

    static int number(String text, int least, int most) {
        IllegalArgumentException wrong = new IllegalArgumentException(least + " .. " + most);
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw wrong;
            }
            return number;
        } catch (NumberFormatException notANumber) {
            wrong.initCause(notANumber);
            throw wrong;
        }
    }
}
