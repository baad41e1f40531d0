package org.liptako.policy.vocabulary;

import java.util.BitSet;
import java.util.List;

/**
 * The assigned codes of ISO 3166-1 alpha-2. The list is written here, not taken from the runtime: what a facts document
 * may say must not change with a Java update, nor differ between two States' nodes.
 */
public final class Countries {

    private static final String ASSIGNED = """
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
            CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
            FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
            JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
            MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
            PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
            TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW""";

    private static final List<String> CODES = List.of(ASSIGNED.split("\\s+"));
    private static final List<String> MEMBER_STATES = List.of("ML", "BF", "NE");
    private static final BitSet INDEXES = new BitSet(26 * 26);

    static {
        CODES.forEach(code -> INDEXES.set(pack(code)));
    }

    private Countries() {}

    /** Every assigned code, sorted. */
    public static List<String> codes() {
        return CODES;
    }

    /** The federation's States. */
    public static List<String> memberStates() {
        return MEMBER_STATES;
    }

    public static boolean isAssigned(String code) {
        return isTwoCapitals(code) && INDEXES.get(pack(code));
    }

    public static boolean isMemberState(String code) {
        return MEMBER_STATES.contains(code);
    }

    /** A number from 0 to 675 for a code of two capital letters. */
    public static int pack(String code) {
        if (!isTwoCapitals(code)) {
            throw new IllegalArgumentException("not a country code: " + code);
        }
        return (code.charAt(0) - 'A') * 26 + (code.charAt(1) - 'A');
    }

    /** The code that {@link #pack} made this number of. */
    public static String unpack(long packed) {
        int index = Math.toIntExact(packed);
        return new String(new char[] {(char) ('A' + index / 26), (char) ('A' + index % 26)});
    }

    /** The number of values that {@link #pack} can give: the length of an array indexed by country. */
    public static int span() {
        return 26 * 26;
    }

    private static boolean isTwoCapitals(String code) {
        return code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
