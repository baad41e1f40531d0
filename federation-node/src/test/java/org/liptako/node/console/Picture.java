package org.liptako.node.console;

import java.nio.file.Path;
import java.util.Locale;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** A picture in the guides to the pages, of which there is one in each language; {@code PicturesMeasure} makes them all. */
enum Picture {
    ENTER(State.ML, Role.OPERATOR, 600),
    OPERATOR_HOME(State.ML, Role.OPERATOR, 1_000),
    OPERATOR_PLACE(State.ML, Role.OPERATOR, Picture.TABLET, 0, "section[aria-labelledby=advice]"),
    OPERATOR_REQUEST(State.ML, Role.OPERATOR, 1_100),
    OPERATOR_TRANSFERS(State.BF, Role.OPERATOR, Picture.LAPTOP, 900, ""),
    OPERATOR_TRANSFER(State.BF, Role.OPERATOR, 1_000),
    OPERATOR_PHONE(State.ML, Role.OPERATOR, Picture.PHONE, 720, ""),
    OFFICER_HOME(State.ML, Role.OFFICER, 900),
    OFFICER_RULES(State.ML, Role.OFFICER, 1_250),
    OFFICER_ARTICLE(State.ML, Role.OFFICER, Picture.TABLET, 0, "#ML-SOL-2"),
    OFFICER_COMPARE(State.ML, Role.OFFICER, 1_150),
    OFFICER_COVERAGE(State.ML, Role.OFFICER, Picture.LAPTOP, 0, "section[aria-labelledby=grid]"),
    REGULATOR_HOME(State.ML, Role.REGULATOR, 900),
    REGULATOR_QUESTION(State.ML, Role.REGULATOR, Picture.LAPTOP, 0, "section[aria-labelledby=answer]"),
    REGULATOR_DATASET(State.ML, Role.REGULATOR, Picture.TABLET, 0, ".cards > li:has-text('BF-OUA-1')"),
    REGULATOR_MAP(State.ML, Role.REGULATOR, Picture.TABLET, 0, "section[aria-labelledby=drawing]"),
    REGULATOR_PHONE(State.ML, Role.REGULATOR, Picture.PHONE, 720, ""),
    ADMINISTRATOR_OPERATIONS(State.ML, Role.ADMINISTRATOR, 1_100);

    private static final int PHONE = 360;
    private static final int TABLET = 768;
    private static final int LAPTOP = 1_100;

    private final State state;
    private final Role role;
    private final int width;
    private final int height;
    private final String part;

    Picture(State state, Role role, int height) {
        this(state, role, Picture.TABLET, height, "");
    }

    /**
     * @param state whose node shows the page, and whose the reader is
     * @param width of the window in CSS pixels
     * @param height that the picture has at most, from the head of the page
     * @param part what alone is in the picture, as a selector; empty for the page
     */
    Picture(State state, Role role, int width, int height, String part) {
        this.state = state;
        this.role = role;
        this.width = width;
        this.height = height;
        this.part = part;
    }

    State state() {
        return state;
    }

    Role role() {
        return role;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String part() {
        return part;
    }

    /** Its file below a folder. */
    Path in(Path folder, String language) {
        return folder.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + language + ".png");
    }
}
