package org.liptako.policy.edition;

/**
 * What an edition would do to the copies that lay in the registry when it was drawn up, in the figures that its officers sign.
 *
 * @param copies the copies weighed
 * @param unlawful those that become unlawful
 * @param undecided those of which it can no longer be said
 * @param lawful those that become lawful
 * @param toMoveGb what the first two would have moved, in GB
 */
public record EditionImpact(long copies, long unlawful, long undecided, long lawful, long toMoveGb) {
    /** From so many copies that lose their ground on, an edition takes one officer more. */
    public static final long GRAVE_COPIES = 100;

    /** From so many terabytes to move on, too. */
    public static final long GRAVE_TERABYTES = 100;

    private static final long GB_PER_TB = 1_000;

    /** Checks that nothing is counted below zero. */
    public EditionImpact {
        if (copies < 0 || unlawful < 0 || undecided < 0 || lawful < 0 || toMoveGb < 0) {
            throw new IllegalArgumentException("a count below zero");
        }
    }

    /** Whether it takes more signatures than usual. Every node asks this of the signed figures alone, so that all count alike. */
    public boolean isGrave() {
        return unlawful + undecided >= GRAVE_COPIES || toMoveGb >= GRAVE_TERABYTES * GB_PER_TB;
    }
}
