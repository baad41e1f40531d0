package org.liptako.node.console;

/** Amounts of bytes, and rates, as a person reads them: in the decimal units that disks and links are sold by. */
final class Amounts {
    private static final double STEP = 1_000;
    private static final int BITS = 8;
    private static final int LARGEST_SIZE = 5;
    private static final int LARGEST_RATE = 2;

    private Amounts() {}

    /** In the largest unit of which there is at least one. */
    static String bytes(long bytes, Words words) {
        return amount("bytes.", (double) bytes, LARGEST_SIZE, words);
    }

    /** In bits a second, from thousands of them. */
    static String rate(long bytesASecond, Words words) {
        return amount("rate.", bytesASecond * BITS / STEP, LARGEST_RATE, words);
    }

    private static String amount(String kind, double smallest, int largest, Words words) {
        double amount = smallest;
        int unit = 0;
        while (amount >= STEP && unit < largest) {
            amount /= STEP;
            unit++;
        }
        return words.of(kind + unit, amount);
    }
}
