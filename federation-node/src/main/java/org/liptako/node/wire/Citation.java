package org.liptako.node.wire;

/** Texts of law as decisions cite them, "instrument, article": an instrument keeps the name that it was published under, in every language. */
public final class Citation {
    /** What rule files write for an article that nobody has looked up yet. */
    private static final String UNVERIFIED = "article à vérifier";

    private Citation() {}

    /** Words that cite texts, as an English reader is told of them. */
    public static String english(String citing) {
        return citing.replace(UNVERIFIED, "article to be verified").replace(" ; ", "; ");
    }
}
