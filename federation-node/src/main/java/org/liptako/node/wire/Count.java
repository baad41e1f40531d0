package org.liptako.node.wire;

/** So many of a thing, in words: French says the singular of 0 and 1, English of 1 alone. */
public final class Count {
    private Count() {}

    /** In French, of a thing whose plural takes an s. */
    public static String fr(long number, String one) {
        return fr(number, one, one + "s");
    }

    /** In French. */
    public static String fr(long number, String one, String several) {
        return number + " " + (isOneInFrench(number) ? one : several);
    }

    /** In English, of a thing whose plural takes an s. */
    public static String en(long number, String one) {
        return en(number, one, one + "s");
    }

    /** In English. */
    public static String en(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** Whether French says the singular of so many. */
    public static boolean isOneInFrench(long number) {
        return number < 2;
    }
}
