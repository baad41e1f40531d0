package org.liptako.node.registry;

/** After which statement on a copy to go on: statements are read by dataset, site and State. */
public record CopyCursor(String dataset, String site, String saidBy) {
    /** Before all. */
    public static final CopyCursor START = new CopyCursor("", "", "");
}
