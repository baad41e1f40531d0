package org.liptako.node.cli.paper;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Lines break at plain spaces only: never after an apostrophe, inside a rule's id, or at a space that must not break. */
final class SpaceBreaker implements FSTextBreaker {
    private static final int NO_MORE = -1;

    private String text = "";
    private int from;

    @Override
    public int next() {
        int space = text.indexOf(' ', from);
        if (space < 0) {
            return NO_MORE;
        }
        from = space + 1;
        return space;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        from = 0;
    }
}
