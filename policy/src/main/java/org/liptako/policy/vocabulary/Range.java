package org.liptako.policy.vocabulary;

/** The whole numbers that an INTEGER fact may take, both ends included. */
public record Range(long min, long max) {

    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    public Range {
        if (min > max) {
            throw new IllegalArgumentException("min %d is above max %d".formatted(min, max));
        }
    }

    public boolean contains(long number) {
        return min <= number && number <= max;
    }
}
