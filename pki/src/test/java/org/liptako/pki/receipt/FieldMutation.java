package org.liptako.pki.receipt;

import java.util.List;
import java.util.Random;

/** Alters what stands in one field of a receipt's file, as a forger, a bad disk or a careless editor would. */
record FieldMutation(Random random) {
    private static final String LETTERS = "0123456789abcdefABCDEFZ+/=-:. \\\"{}[],é";

    /** The value, altered; never the same. */
    String of(String value) {
        String altered = value;
        while (altered.equals(value)) {
            altered = once(value);
        }
        return altered;
    }

    private String once(String value) {
        int at = random.nextInt(value.length());
        return switch (random.nextInt(8)) {
            case 0 -> value.substring(0, at) + value.substring(at + 1);
            case 1 -> value.substring(0, at) + letter() + value.substring(at);
            case 2 -> value.substring(0, at) + value.substring(at, at + 1) + value.substring(at);
            case 3 -> value.substring(0, at) + value.substring(Math.min(value.length(), at + 1 + random.nextInt(40)));
            case 4 -> wholly(value);
            default -> value.substring(0, at) + near(value.charAt(at)) + value.substring(at + 1);
        };
    }

    private String wholly(String value) {
        List<String> others =
                List.of("null", "true", "0", "1", "-1", "1e3", "\"\"", "[]", "{}", value + " ", "[" + value + "]");
        return others.get(random.nextInt(others.size()));
    }

    /** Another of the same kind, so that most alterations keep the field's form. */
    private char near(char c) {
        if (c >= '0' && c <= '9') {
            return (char) ('0' + random.nextInt(10));
        }
        if (c >= 'a' && c <= 'f') {
            return (char) ('a' + random.nextInt(6));
        }
        if (Character.isLetter(c)) {
            return (char) ((Character.isUpperCase(c) ? 'A' : 'a') + random.nextInt(26));
        }
        return letter();
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
}
