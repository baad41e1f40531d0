package org.liptako.pki.trust;

/**
 * How many people it takes for an act.
 *
 * @param people distinct people, 2 to 16
 * @param states distinct States that they must come from, 1 to 3; with 1, the State that the act is of
 */
public record SigningRight(SignedAct act, int people, int states) {
    private static final int FEWEST = 2;
    private static final int MOST = 16;
    private static final int MEMBER_STATES = 3;

    public SigningRight {
        if (people < FEWEST || people > MOST) {
            throw new IllegalArgumentException(
                    "An act takes " + FEWEST + " to " + MOST + " people, not " + people + ".");
        }
        int fewest = act == SignedAct.STATE_RULES ? 1 : FEWEST;
        if (states < fewest || states > MEMBER_STATES || states > people) {
            throw new IllegalArgumentException("People of " + fewest + " to " + MEMBER_STATES + " States sign for "
                    + act + ", and no more States than people.");
        }
    }

    /** What holds where a trust state says nothing, and below which none can go: two of three States, two officers. */
    public static SigningRight least(SignedAct act) {
        return new SigningRight(act, FEWEST, act == SignedAct.STATE_RULES ? 1 : FEWEST);
    }
}
