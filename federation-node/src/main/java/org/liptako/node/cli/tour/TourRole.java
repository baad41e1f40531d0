package org.liptako.node.cli.tour;

import java.util.Locale;

/** Whose quarter of an hour it is. */
enum TourRole {
    OPERATOR,
    OFFICER,
    REGULATOR,
    ADMINISTRATOR;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
