package org.liptako.node.exchange.courier.disk;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of a disk's files: of eight letters or digits and three, which every file system keeps, be it in small letters. */
public final class DiskNames {
    /** The label: written last, so that a disk that has one is whole. */
    public static final String LABEL = "LIPTAKO.DSK";

    /** What is being written; not yet of the disk. */
    static final String DRAFT = "LIPTAKO.TMP";

    static final int MOST_CONTAINERS = 9_999_999;

    private static final Pattern CONTAINER = Pattern.compile("C[0-9]{7}\\.LIP");

    /** What systems put on a disk by themselves. */
    private static final Pattern SYSTEMS = Pattern.compile(
            "lost\\+found|System Volume Information|\\$RECYCLE\\.BIN|\\.[^/]*", Pattern.CASE_INSENSITIVE);

    private DiskNames() {}

    /** The name of a container, from 1. */
    public static String container(int number) {
        return String.format(Locale.ROOT, "C%07d.LIP", number);
    }

    static boolean isContainer(String name) {
        return CONTAINER.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    static boolean isLabel(String name) {
        return name.equalsIgnoreCase(LABEL);
    }

    static boolean isDraft(String name) {
        return name.equalsIgnoreCase(DRAFT);
    }

    static boolean isSystems(String name) {
        return SYSTEMS.matcher(name).matches();
    }
}
